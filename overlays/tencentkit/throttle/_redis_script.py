"""`_slot_log` and `_stores.play` in Lua, for Redis and Valkey; tests/throttle/test_redis_script.py holds the two side by side.

The log's time is the server's, made steady: each caller says between which times the server should find its question. Where it
does not, the server stood still, and nobody waits for the answer any more, so nothing is done; or its clock was set: whoever
asked asks again, says what time the log should have, and is believed. Times in a reply are relative; what happened to a
request comes as its age.
"""

from __future__ import annotations

from ._sliding_window import MARGIN, PATIENCE, SlidingWindow

assert (MARGIN, PATIENCE, SlidingWindow().reach) == (0.010, 2.5, 1.0)  # noqa: S101 - the numbers below are these

SCRIPT = r"""
-- KEYS[1] the bucket
-- ARGV ticket limit span gap lead known member fair earliest latest log_time step, then of each report: kind ticket age extra
local ticket, limit, span, gap, lead = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local clock = redis.call('TIME')
local server = tonumber(clock[1]) + tonumber(clock[2]) / 1e6
local earliest, latest, expected, step = tonumber(ARGV[9]), tonumber(ARGV[10]), tonumber(ARGV[11]), tonumber(ARGV[12])
-- Either the server stood still, and whoever asked has given up; or its clock was set, and whoever asked will ask again.
if earliest and (server < earliest or server > latest) then
    return {'-1', 0, 0, 0, '0', '0', string.format('%.6f', server)}
end
local packed = redis.call('GET', KEYS[1])
local log
if packed then log = cmsgpack.unpack(packed) end
if type(log) ~= 'table' or log.version ~= 2 then
    log = {version = 2, offset = 0, last = -1e9, paused = -1e9, ceiling = 0, least = 1, reach = 1, refused_at = -1e9,
           raised_at = -1e9, quiet = 30, flying = {}, landed = {}, tickets = {}, planned = {}, owners = {}, holes = {}, members = {}}
    packed = nil
end
local flying, landed, tickets, planned = log.flying, log.landed, log.tickets, log.planned
local owners, holes, members = log.owners, log.holes, log.members -- of each member: name, seen, fair, away

local now = server + log.offset
if expected and math.abs(now - expected) > step then
    log.offset = log.offset + expected - now
    now = expected
end

-- rewind
if math.max(log.last, log.refused_at, landed[#landed] or log.last) > now + 2 then
    log.last, log.refused_at, log.raised_at = math.min(log.last, now), math.min(log.refused_at, now), math.min(log.raised_at, now)
    log.paused = math.min(log.paused, now + 2)
    for i = 1, #landed do landed[i] = math.min(landed[i], now) end
    for _, flight in ipairs(flying) do
        if flight[2] > now then flight[2], flight[3] = now, now + flight[3] - flight[2] end
    end
    tickets, planned, owners, holes = {}, {}, {}, {}
    for _, one in ipairs(members) do
        if one[2] > now then one[2], one[4] = now, math.min(one[4], now + 7.5) end
    end
end
if not packed and ARGV[6] == '1' then log.paused = math.max(log.paused, now + span) end

local function insort(list, value)
    local at = #list
    while at > 0 and list[at] > value do at = at - 1 end
    table.insert(list, at + 1, value)
end
local function index_of(list, value)
    for i = 1, #list do if list[i] == value then return i end end
end
local function flight_of(name)
    for i, flight in ipairs(flying) do if flight[1] == name then return i, flight end end
end
local function member_of(name)
    for i, one in ipairs(members) do if one[1] == name then return i, one end end
end
local function leave_line(position)
    table.remove(tickets, position)
    table.remove(planned, position)
    table.remove(owners, position)
end
local function enter_line(position, due, member)
    table.insert(tickets, position, ticket)
    table.insert(planned, position, due)
    table.insert(owners, position, member)
end
local function miss()
    for i = 1, #planned do
        if planned[i] >= now - 0.25 then break end
        local _, one = member_of(owners[i])
        if one and one[2] < planned[i] then one[4] = math.max(one[4], planned[i] + 7.5) end
    end
end
local function forget()
    while landed[1] and landed[1] <= now + lead - span do table.remove(landed, 1) end
    for i = #flying, 1, -1 do if flying[i][3] <= now then table.remove(flying, i) end end
    miss()
    while planned[1] and planned[1] < now - 5 do leave_line(1) end
end
local function taught()
    if log.ceiling == 0 then return limit end
    if now - log.refused_at > log.quiet and now - log.raised_at > 5 then
        log.raised_at = now
        log.ceiling = log.ceiling + math.max(1, math.floor(log.ceiling / 20))
        if log.ceiling >= limit then
            log.ceiling, log.quiet = 0, 30
            return limit
        end
    end
    return math.min(log.ceiling, limit)
end
local function allowed()
    local most, missing = taught(), 0
    if #members == 0 then return most end
    for _, one in ipairs(members) do if one[4] > now then missing = missing + one[3] end end
    return math.max(1, most - missing)
end

for i = 13, #ARGV, 4 do
    local kind, name, at, extra = ARGV[i], ARGV[i + 1], now - tonumber(ARGV[i + 2]), tonumber(ARGV[i + 3])
    local place, flight = flight_of(name)
    if kind == 'went' then
        if flight then table.remove(flying, place) end
        table.insert(flying, {name, at, at + 2.5 + span})
        log.last = math.max(log.last, at)
    elseif kind == 'written' then
        if flight then flight[3] = math.min(flight[3], at + log.reach + span) end
    elseif kind == 'answered' then
        if flight then
            table.remove(flying, place)
            local latest = flight[3] - span + extra
            if latest < at - extra then
                if at - log.refused_at > log.quiet then log.reach = math.max(0.05, log.reach - 0.002) end
                insort(landed, latest)
            else
                insort(landed, at - extra)
            end
        end
    elseif kind == 'left' then
        if flight then table.remove(flying, place) end
        local position = index_of(tickets, name)
        if position then
            local plan = planned[position]
            leave_line(position)
            if #tickets == 0 then holes = {} elseif position <= #tickets then insort(holes, plan) end
        end
    elseif kind == 'refused' then
        if flight then table.remove(flying, place) end
        forget()
        local passed = math.max(1, #flying + #landed)
        if now - log.refused_at > 1 then
            if log.ceiling > 0 then log.quiet = math.min(log.quiet * 2, 480) end
            log.reach = math.min(log.reach + 0.025, 2)
            log.least = math.floor((log.ceiling > 0 and log.ceiling or limit) / 2)
        end
        log.ceiling = math.max(1, log.least, math.min(log.ceiling > 0 and log.ceiling or limit, passed))
        log.refused_at, log.raised_at = now, now
        log.paused = math.max(log.paused, now + 1 + extra)
    elseif kind == 'pause' then
        log.paused = math.max(log.paused, at + extra)
    end
end

local member = ARGV[7]
if member ~= '0' then
    for i = #members, 1, -1 do
        if members[i][1] == member or math.max(members[i][2], members[i][4]) < now - 30 then table.remove(members, i) end
    end
    table.insert(members, {member, now, tonumber(ARGV[8]), -1e9})
end

local wait = 0
local function ask()
    forget()
    local position, waits = #tickets + 1, false
    local ahead = #tickets
    if #tickets > 0 then
        local found = index_of(tickets, ticket)
        if found then
            position, waits, ahead = found, true, 0
            for i = 1, position - 1 do if planned[i] >= now - 0.25 then ahead = ahead + 1 end end
        else
            while #holes > 0 do
                local hole = table.remove(holes, 1)
                if hole > now then
                    local at = 1
                    while planned[at] and planned[at] < hole do at = at + 1 end
                    enter_line(at, hole, member)
                    return hole - now
                end
            end
        end
    end
    local held = #flying + #landed
    local index = ahead + held - allowed()
    local due = now
    if index >= held then
        due = math.max(planned[index - held + 1] + span, now + 0.05)
    elseif index >= 0 then
        local releases = {}
        for _, at in ipairs(landed) do table.insert(releases, at - lead + span) end
        for _, flight in ipairs(flying) do
            table.insert(releases, math.min(math.max(flight[2] + span, now + 0.05), flight[3]))
        end
        table.sort(releases)
        due = releases[index + 1]
    end
    due = math.max(due, log.last + gap * (1 + ahead), log.paused + gap * ahead)
    if position > 1 then due = math.max(due, planned[position - 1] + gap) end
    if due > now + 1e-6 then
        if waits then
            planned[position] = due
        else
            enter_line(position, due, member)
        end
        return due - now
    end
    if waits then leave_line(position) end
    local again = flight_of(ticket)
    if again then table.remove(flying, again) end
    table.insert(flying, {ticket, now, now + 2.5 + span})
    log.last = now
    return 0
end
if ticket ~= '0' then wait = ask() end

log.flying, log.landed, log.tickets, log.planned, log.owners, log.holes = flying, landed, tickets, planned, owners, holes
local kept = 60 + math.max(0, (planned[#planned] or now) - now)
if log.ceiling > 0 then kept = kept + 1000 end
redis.call('SET', KEYS[1], cmsgpack.pack(log), 'PX', string.format('%.0f', kept * 1000))
local left = math.max(0, allowed() - #flying - #landed - #tickets)
return {string.format('%.0f', math.ceil(wait * 1e6)), left, #tickets, allowed(), string.format('%.6f', span + log.reach),
        string.format('%.6f', now), string.format('%.6f', server)}
"""
