-- Sliding-window rate limiter for one bucket in Redis or Valkey: `_store.apply_request` and `_sliding_window` in Lua.
-- tests/throttle/test_redis_store.py compares both request by request.
--
-- KEYS[1] the bucket
-- ARGV ticket limit period gap min_transit used_recently peer fair_share earliest latest expected tolerance,
--      then of each usage report: kind ticket age extra
-- Reply: wait in microseconds (-1: the server time is outside of earliest to latest, nothing was done), left, waiting, allowed,
--      window, bucket time, server time. Times in it are relative, so that clocks of hosts do not matter.
--
-- Bucket time is the server time plus an offset, which compensates steps of the server clock. Each request names the server time
-- that its process expects. A server outside of that range was stopped, and the process has given up; or its clock was set, and
-- the process repeats the request with the expected bucket time.
--
-- The stored field names are part of the format. In Python they are: last = last_acquired, paused = paused_until,
-- ceiling = learned_limit, least = learned_floor, reach = max_transit, quiet = recovery_delay, flying = in_flight,
-- landed = arrivals, tickets = waiters, planned = retry_at, owners = waiter_peers, holes = freed, members = peers.
local ticket, limit, period, gap, min_transit = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local clock = redis.call('TIME')
local server = tonumber(clock[1]) + tonumber(clock[2]) / 1e6
local earliest, latest, expected, tolerance = tonumber(ARGV[9]), tonumber(ARGV[10]), tonumber(ARGV[11]), tonumber(ARGV[12])
if earliest and (server < earliest or server > latest) then
    return {'-1', 0, 0, 0, '0', '0', string.format('%.6f', server)}
end
local packed = redis.call('GET', KEYS[1])
local state
if packed then state = cmsgpack.unpack(packed) end
if type(state) ~= 'table' or state.version ~= 2 then
    state = {version = 2, offset = 0, last = -1e9, paused = -1e9, ceiling = 0, least = 1, reach = 1, refused_at = -1e9,
             raised_at = -1e9, quiet = 30, flying = {}, landed = {}, tickets = {}, planned = {}, owners = {}, holes = {}, members = {}}
    packed = nil
end
local in_flight, arrivals, waiters, retry_at = state.flying, state.landed, state.tickets, state.planned
local waiter_peers, freed, peers = state.owners, state.holes, state.members -- a peer: number, seen, fair_share, missing_until

local now = server + state.offset
if expected and math.abs(now - expected) > tolerance then
    state.offset = state.offset + expected - now
    now = expected
end

-- clamp_future_times
if math.max(state.last, state.refused_at, arrivals[#arrivals] or state.last) > now + 2 then
    state.last, state.refused_at, state.raised_at = math.min(state.last, now), math.min(state.refused_at, now), math.min(state.raised_at, now)
    state.paused = math.min(state.paused, now + 2)
    for i = 1, #arrivals do arrivals[i] = math.min(arrivals[i], now) end
    for _, request in ipairs(in_flight) do
        if request[2] > now then request[2], request[3] = now, now + request[3] - request[2] end
    end
    waiters, retry_at, waiter_peers, freed = {}, {}, {}, {}
    for _, peer in ipairs(peers) do
        if peer[2] > now then peer[2], peer[4] = now, math.min(peer[4], now + 7.5) end
    end
end
if not packed and ARGV[6] == '1' then state.paused = math.max(state.paused, now + period) end

local function insort(list, value)
    local at = #list
    while at > 0 and list[at] > value do at = at - 1 end
    table.insert(list, at + 1, value)
end
local function index_of(list, value)
    for i = 1, #list do if list[i] == value then return i end end
end
local function find_in_flight(name)
    for i, request in ipairs(in_flight) do if request[1] == name then return i, request end end
end
local function find_peer(number)
    for _, peer in ipairs(peers) do if peer[1] == number then return peer end end
end
local function dequeue(position)
    table.remove(waiters, position)
    table.remove(retry_at, position)
    table.remove(waiter_peers, position)
end
local function enqueue(position, due, peer)
    table.insert(waiters, position, ticket)
    table.insert(retry_at, position, due)
    table.insert(waiter_peers, position, peer)
    return due - now
end
local function mark_missing()
    for i = 1, #retry_at do
        if retry_at[i] >= now - 0.25 then break end
        local peer = find_peer(waiter_peers[i])
        if peer and peer[2] < retry_at[i] then peer[4] = math.max(peer[4], retry_at[i] + 7.5) end
    end
end
local function expire()
    while arrivals[1] and arrivals[1] <= now + min_transit - period do table.remove(arrivals, 1) end
    for i = #in_flight, 1, -1 do if in_flight[i][3] <= now then table.remove(in_flight, i) end end
    mark_missing()
    while retry_at[1] and retry_at[1] < now - 5 do dequeue(1) end
end
local function current_limit()
    if state.ceiling == 0 then return limit end
    if now - state.refused_at > state.quiet and now - state.raised_at > 5 then
        state.raised_at = now
        state.ceiling = state.ceiling + math.max(1, math.floor(state.ceiling / 20))
        if state.ceiling >= limit then
            state.ceiling, state.quiet = 0, 30
            return limit
        end
    end
    return math.min(state.ceiling, limit)
end
local function allowed()
    local most, missing_share = current_limit(), 0
    if #peers == 0 then return most end
    for _, peer in ipairs(peers) do if peer[4] > now then missing_share = missing_share + peer[3] end end
    return math.max(1, most - missing_share)
end

for i = 13, #ARGV, 4 do
    local kind, name, at, extra = ARGV[i], ARGV[i + 1], now - tonumber(ARGV[i + 2]), tonumber(ARGV[i + 3])
    local index, request = find_in_flight(name)
    if kind == 'acquired' then
        if request then table.remove(in_flight, index) end
        table.insert(in_flight, {name, at, at + 2.5 + period})
        state.last = math.max(state.last, at)
    elseif kind == 'written' then
        if request then request[3] = math.min(request[3], at + state.reach + period) end
    elseif kind == 'completed' then
        if request then
            table.remove(in_flight, index)
            local latest_arrival = request[3] - period + extra
            if latest_arrival < at - extra then
                if at - state.refused_at > state.quiet then state.reach = math.max(0.05, state.reach - 0.002) end
                insort(arrivals, latest_arrival)
            else
                insort(arrivals, at - extra)
            end
        end
    elseif kind == 'released' then
        if request then table.remove(in_flight, index) end
        local position = index_of(waiters, name)
        if position then
            local planned = retry_at[position]
            dequeue(position)
            if #waiters == 0 then freed = {} elseif position <= #waiters then insort(freed, planned) end
        end
    elseif kind == 'refused' then
        if request then table.remove(in_flight, index) end
        expire()
        local accepted = math.max(1, #in_flight + #arrivals)
        if now - state.refused_at > 1 then
            if state.ceiling > 0 then state.quiet = math.min(state.quiet * 2, 480) end
            state.reach = math.min(state.reach + 0.025, 2)
            state.least = math.floor((state.ceiling > 0 and state.ceiling or limit) / 2)
        end
        state.ceiling = math.max(1, state.least, math.min(state.ceiling > 0 and state.ceiling or limit, accepted))
        state.refused_at, state.raised_at = now, now
        state.paused = math.max(state.paused, now + 1 + extra)
    elseif kind == 'pause' then
        state.paused = math.max(state.paused, at + extra)
    end
end

local own = ARGV[7]
if own ~= '0' then
    for i = #peers, 1, -1 do
        if peers[i][1] == own or math.max(peers[i][2], peers[i][4]) < now - 30 then table.remove(peers, i) end
    end
    table.insert(peers, {own, now, tonumber(ARGV[8]), -1e9})
end

local function acquire()
    expire()
    local position, waits = #waiters + 1, false
    local ahead = #waiters
    if #waiters > 0 then
        local found = index_of(waiters, ticket)
        if found then
            position, waits, ahead = found, true, 0
            for i = 1, position - 1 do if retry_at[i] >= now - 0.25 then ahead = ahead + 1 end end
        else
            while #freed > 0 do
                local planned = table.remove(freed, 1)
                if planned > now then
                    local at = 1
                    while retry_at[at] and retry_at[at] < planned do at = at + 1 end
                    return enqueue(at, planned, own)
                end
            end
        end
    end
    local held = #in_flight + #arrivals
    local index = ahead + held - allowed()
    local due = now
    if index >= held then
        due = math.max(retry_at[index - held + 1] + period, now + 0.05)
    elseif index >= 0 then
        local releases = {}
        for _, at in ipairs(arrivals) do table.insert(releases, at - min_transit + period) end
        for _, request in ipairs(in_flight) do
            table.insert(releases, math.min(math.max(request[2] + period, now + 0.05), request[3]))
        end
        table.sort(releases)
        due = releases[index + 1]
    end
    due = math.max(due, state.last + gap * (1 + ahead), state.paused + gap * ahead)
    if position > 1 then due = math.max(due, retry_at[position - 1] + gap) end
    if due > now + 1e-6 then
        if not waits then return enqueue(position, due, own) end
        retry_at[position] = due
        return due - now
    end
    if waits then dequeue(position) end
    local again = find_in_flight(ticket)
    if again then table.remove(in_flight, again) end
    table.insert(in_flight, {ticket, now, now + 2.5 + period})
    state.last = now
    return 0
end
local wait = 0
if ticket ~= '0' then wait = acquire() end

state.flying, state.landed, state.tickets, state.planned = in_flight, arrivals, waiters, retry_at
state.owners, state.holes, state.members = waiter_peers, freed, peers
local kept = 60 + math.max(0, (retry_at[#retry_at] or now) - now)
if state.ceiling > 0 then kept = kept + 1000 end
redis.call('SET', KEYS[1], cmsgpack.pack(state), 'PX', string.format('%.0f', kept * 1000))
local left = math.max(0, allowed() - #in_flight - #arrivals - #waiters)
return {string.format('%.0f', math.ceil(wait * 1e6)), left, #waiters, allowed(), string.format('%.6f', period + state.reach),
        string.format('%.6f', now), string.format('%.6f', server)}
