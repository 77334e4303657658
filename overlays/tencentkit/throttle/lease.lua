-- Leases of one bucket in Redis or Valkey: `_lease_table.LeaseTable.renew` in Lua.
-- tests/throttle/test_lease_script.py compares both request by request.
--
-- KEYS[1] hash: the numbers of the bucket, one field for each member ("m" and its number), pending permits ("p" and the quantum)
-- KEYS[2] sorted set: members by the time when the store acts on their silence
-- KEYS[3] sorted set: members in the line for permits that rotate, by place, with an offset for each priority class
-- KEYS[4] hash: members ("c", priority, level) and sum of their demand ("s", priority, level) by level of demand
-- KEYS[5] sorted set: quanta of time when pending permits become free
-- ARGV    member sequence limit held want returned returned_in later later_in priority refused fair_share period, and the time in tests
-- Reply:  the fields of LeaseReply, with seconds as text
local H, E, L, D, P = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local id = ARGV[1]
local sequence, limit, held, want = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local returned, returned_in, later, later_in = tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9])
local priority, refused, fair_share = tonumber(ARGV[10]), ARGV[11] == '1', tonumber(ARGV[12])
local period = tonumber(ARGV[13])
local LEASE, GRACE, RESERVE, FREEZE, QUANTUM, CLASS = 5, period + 2.5, 10, math.max(3, period + 1.5), 0.01, 1e12
local clock = redis.call('TIME')
local now = tonumber(ARGV[14]) or tonumber(clock[1]) - 1.6e9 + tonumber(clock[2]) / 1e6

local NAMES = {'offset', 'last', 'frozen', 'fresh', 'learned', 'refused_at', 'raised_at', 'booked', 'reserved', 'freed_to', 'place',
               'pending', 'turns0', 'turns1', 'turns2', 'members', 'limit', 'line_start'}
local values = redis.call('HMGET', H, unpack(NAMES))
local S = {}
for i, name in ipairs(NAMES) do S[name] = tonumber(values[i]) or 0 end
local is_new = not values[2] or (S.members > 0 and redis.call('EXISTS', E) == 0) or (S.pending > 0 and redis.call('EXISTS', P) == 0)
if is_new then
    redis.call('DEL', unpack(KEYS))
    for _, name in ipairs(NAMES) do S[name] = 0 end
    S.frozen, S.refused_at, S.raised_at = -1, -1e9, -1e9
end

-- a member: sequence held want priority turn_ends place silent keep starts expires
local function load(number)
    local text = redis.call('HGET', H, 'm' .. number)
    if not text then return nil end
    local m = {}
    for word in string.gmatch(text, '[^ ]+') do m[#m + 1] = tonumber(word) end
    return {sequence = m[1], held = m[2], want = m[3], priority = m[4], turn_ends = m[5], place = m[6], silent = m[7] == 1,
            keep = m[8], starts = m[9], expires = m[10]}
end
local function save(number, m)
    redis.call('HSET', H, 'm' .. number, string.format('%.0f %d %d %d %.6f %.0f %d %d %.6f %.6f', m.sequence, m.held, m.want,
        m.priority, m.turn_ends, m.place, m.silent and 1 or 0, m.keep, m.starts, m.expires))
end
local function expire_at(number, m, at)
    m.expires = at
    redis.call('ZADD', E, string.format('%.6f', at), number)
end
local function level_of(amount)
    if amount < 16 then return amount end
    return 16 + math.floor(math.log(amount / 16) / math.log(2) * 4)
end
local function leave_line(number, m)
    if m.place >= S.line_start then redis.call('ZREM', L, number) end
    m.place = -1
end
local function end_turn(number, m)
    leave_line(number, m)
    if m.turn_ends >= 0 then
        m.turn_ends = -1
        S['turns' .. m.priority] = S['turns' .. m.priority] - 1
    end
end
local function count_want(m, sign)
    if m.want > 0 then
        local level = m.priority .. ':' .. level_of(m.want)
        redis.call('HINCRBY', D, 's' .. level, sign * m.want)
        if redis.call('HINCRBY', D, 'c' .. level, sign) == 0 then redis.call('HDEL', D, 'c' .. level, 's' .. level) end
    end
end
local function set_want(number, m, amount, class)
    count_want(m, -1)
    if class ~= m.priority then end_turn(number, m) end
    m.want, m.priority = amount, class
    count_want(m, 1)
end
local function give_back(permits, at)
    if permits > 0 then
        local quantum = math.max(S.freed_to + 1, math.ceil(at / QUANTUM))
        redis.call('HINCRBY', H, 'p' .. quantum, permits)
        redis.call('ZADD', P, quantum, quantum)
        S.booked = S.booked + permits
        S.pending = S.pending + permits
    end
end
local function forget(number, m)
    set_want(number, m, 0, m.priority)
    end_turn(number, m)
    S.booked = S.booked - m.held
    S.members = S.members - 1
    redis.call('HDEL', H, 'm' .. number)
    redis.call('ZREM', E, number)
end
local function expire(number, m)
    set_want(number, m, 0, m.priority)
    end_turn(number, m)
    if m.silent then
        S.reserved = S.reserved - m.held
        forget(number, m)
        return
    end
    local kept = math.min(m.held, m.keep)
    if now >= S.frozen then kept = math.min(kept, math.max(0, math.floor(S.limit / 2) - S.reserved)) end
    S.booked = S.booked + kept - m.held
    S.reserved = S.reserved + kept
    m.held = kept
    if kept == 0 then
        forget(number, m)
        return
    end
    m.silent = true
    expire_at(number, m, now + RESERVE)
    save(number, m)
end

-- _advance
now = now + S.offset
if is_new then
    S.fresh, S.freed_to = now + FREEZE, math.floor(now / QUANTUM)
else
    if now < S.last - 0.5 then S.offset = S.offset + S.last - now end
    now = math.max(now, S.last)
    if now - S.last > LEASE and S.booked > 0 then
        S.frozen, S.line_start = now + FREEZE, S.place
        redis.call('DEL', L)
    end
end
S.last = now
local quantum = math.floor(now / QUANTUM)
if S.pending > 0 then
    for _, one in ipairs(redis.call('ZRANGEBYSCORE', P, '-inf', quantum)) do
        local permits = tonumber(redis.call('HGET', H, 'p' .. one))
        S.booked, S.pending = S.booked - permits, S.pending - permits
        redis.call('HDEL', H, 'p' .. one)
        redis.call('ZREM', P, one)
    end
end
S.freed_to = math.max(S.freed_to, quantum)
for _, number in ipairs(redis.call('ZRANGEBYSCORE', E, '-inf', string.format('%.6f', now), 'LIMIT', 0, 20)) do
    if number ~= id then
        local silent = load(number)
        if silent then expire(number, silent) else redis.call('ZREM', E, number) end
    end
end

local function finish(reply)
    local fields = {}
    for _, name in ipairs(NAMES) do
        fields[#fields + 1] = name
        fields[#fields + 1] = string.format('%.6f', S[name])
    end
    redis.call('HSET', H, unpack(fields))
    local kept = math.ceil(120 + period * 2) + (S.learned > 0 and 1000 or 0)
    for _, key in ipairs(KEYS) do redis.call('EXPIRE', key, kept) end
    return reply
end
local function text(number) return string.format('%.6f', number) end

local m = load(id)
if m and sequence <= m.sequence then return finish({-1, 0, '0', 0, '-1', '5', '1.2', 1, 0, 0, '0'}) end

-- _allowed
S.limit = limit
if refused then
    if now - S.refused_at > 2 then S.learned = math.max(1, math.floor((S.learned > 0 and S.learned or limit) * 3 / 4)) end
    S.refused_at, S.raised_at = now, now
elseif S.learned > 0 and now - S.refused_at > 30 and now - S.raised_at > 5 then
    S.raised_at = now
    S.learned = S.learned + math.max(1, math.floor(S.learned / 20))
end
if S.learned >= limit then S.learned = 0 end
local allowed = S.learned > 0 and S.learned or limit

if not m then
    if held > 0 or returned > 0 or later > 0 then S.frozen = now + FREEZE end
    m = {sequence = 0, held = 0, want = 0, priority = 1, turn_ends = -1, place = -1, silent = false, keep = 0, starts = 0, expires = 0}
    S.members = S.members + 1
elseif held + returned + later > m.held then
    S.frozen = now + FREEZE
end
local before = m.held
if m.silent then
    S.reserved = S.reserved - m.held
    m.silent = false
end
S.booked = S.booked + held - m.held
m.held, m.sequence = held, sequence
local lost = before - held - returned - later
if lost > 0 and m.starts > now then give_back(lost, m.starts) end
give_back(returned, now + returned_in)
give_back(later, now + later_in)
set_want(id, m, want, priority)

-- _capacity, _contended and _fair_share
local wants, levels, by_level = {0, 0, 0}, {}, {}
local demand = redis.call('HGETALL', D)
for i = 1, #demand, 2 do
    local kind, class, level = string.match(demand[i], '^(%a)(%d):(%d+)$')
    class, level = tonumber(class), tonumber(level)
    if kind == 's' then wants[class + 1] = wants[class + 1] + tonumber(demand[i + 1]) end
    if class == priority then
        if not by_level[level] then
            by_level[level] = {}
            levels[#levels + 1] = level
        end
        by_level[level][kind] = tonumber(demand[i + 1])
    end
end
table.sort(levels)
local contended = wants[1] + wants[2] + wants[3] > allowed
if want == 0 and held == 0 then
    forget(id, m)
    return finish({0, 0, '0', 0, '-1', '5', '1.2', S.members, allowed, contended and 1 or 0, '0'})
end
local reserve, left, capacity = math.max(1, math.floor(allowed * 0.1)), allowed, 0
for class = 1, 3 do
    local below = 0
    for lower = class + 1, 3 do below = below + math.min(wants[lower], reserve) end
    capacity = math.min(wants[class], math.max(left - below, 0))
    if class == priority + 1 then break end
    left = left - capacity
end
local base, turns = allowed, 0
left = capacity
local count = 0
for _, level in ipairs(levels) do count = count + by_level[level].c end
for _, level in ipairs(levels) do
    local members, sum = by_level[level].c, by_level[level].s
    if sum * count > left * members then
        base = math.floor(left / count)
        turns = left - base * count
        break
    end
    left, count = left - sum, count - members
end

-- _take_turn
local target, turn = math.min(want, base), base > 0 and 6.3 or math.min(2, allowed / 500)
local class_turns = 'turns' .. priority
local from, to = CLASS * priority, CLASS * (priority + 1)
local function ahead_of(place) return redis.call('ZCOUNT', L, string.format('%.0f', from), string.format('(%.0f', from + place)) end
if want > base then
    local waits = redis.call('ZCOUNT', L, string.format('%.0f', from), string.format('(%.0f', to)) > 0
    if m.turn_ends >= 0 and (((returned > 0 or later > 0) and waits) or S[class_turns] > turns) then
        m.turn_ends = -1
        S[class_turns] = S[class_turns] - 1
    end
    if m.turn_ends < 0 then
        if m.place < S.line_start then
            m.place = S.place
            S.place = S.place + 1
            redis.call('ZADD', L, string.format('%.0f', from + m.place), id)
        end
        if ahead_of(m.place) < turns - S[class_turns] then
            leave_line(id, m)
            m.turn_ends = now + turn
            S[class_turns] = S[class_turns] + 1
        end
    end
    if m.turn_ends >= 0 then target = target + 1 end
else
    end_turn(id, m)
end

-- _grant
local missing, delayed, starts, granted = target - m.held, 0, 0, 0
if missing > 0 then
    local most = now < S.fresh and math.min(allowed, fair_share) or allowed
    granted = math.min(missing, math.max(0, most - S.booked))
    if now < S.frozen then granted = math.min(granted, math.max(0, before - m.held)) end
    if granted > 0 then
        m.held, S.booked = m.held + granted, S.booked + granted
    elseif S.booked <= allowed and S.pending > 0 and now >= S.frozen then
        local one = redis.call('ZRANGE', P, 0, 0)[1]
        granted = math.min(missing, tonumber(redis.call('HGET', H, 'p' .. one)))
        if redis.call('HINCRBY', H, 'p' .. one, -granted) == 0 then
            redis.call('HDEL', H, 'p' .. one)
            redis.call('ZREM', P, one)
        end
        S.pending = S.pending - granted
        m.held, delayed = m.held + granted, granted
        starts = tonumber(one) * QUANTUM - now
    end
end
if m.turn_ends >= 0 and granted > 0 then m.turn_ends = now + starts + turn end
if delayed > 0 then m.starts = math.max(m.starts, now + starts) end

-- _reply
local renewal = math.max(1.2, S.members / 4000)
local renew, lease, wait = renewal, math.max(LEASE, 4 * renewal), 0
local turn_ends = m.turn_ends >= 0 and math.max(0, m.turn_ends - now) or -1
if m.held ~= target then
    renew = math.max(0.5, S.members / 8000)
elseif turn_ends >= 0 then
    renew = math.min(renewal, math.max(0.5, turn_ends, starts))
elseif m.place >= 0 then
    wait = math.max(0, ahead_of(m.place) - (turns - S[class_turns]) + 1) * (turn + 1.05) / math.max(1, turns)
    renew = math.min(m.held > 0 and renewal or 30, math.max(0.5, 0.7 * wait))
end
m.keep = math.min(m.held, math.max(1, math.floor(allowed / math.max(1, S.members))))
expire_at(id, m, now + (m.held > 0 and lease + GRACE or renew + 3))
save(id, m)
return finish({m.held, delayed, text(starts), target, text(turn_ends), text(lease), text(renew), S.members, allowed,
               contended and 1 or 0, text(wait)})
