-- What the facts come to, computed in SQL from nothing but the facts as they were delivered. The tables with
-- a number `seq` hold every version in the order in which it came; the last one counts.

-- Facts: the last version of each.

create view last_call as
  select * from call qualify row_number() over (partition by source, day, id order by seq desc) = 1;
create view last_response as
  select * from response qualify row_number() over (partition by source, id order by seq desc) = 1;
create view last_case as
  select * from case_fact qualify row_number() over (partition by source, id order by seq desc) = 1;
create view last_rating as
  select * from rating qualify row_number() over (partition by source, id order by seq desc) = 1;
create view last_web_count as
  select * from web_count qualify row_number() over (partition by source, day, id order by seq desc) = 1;
create table last_contact as
  select *, timezone('Europe/Amsterdam', to_timestamp(registered_at / 1000))::date as day
  from contact qualify row_number() over (partition by id order by seq desc) = 1;

-- Working days: `through` counts those up to and including a day.

create table working_day as
  with day as (
    select generate_series::date as day
    from generate_series(date '2023-01-01', date '2027-12-31', interval 1 day)
  )
  select
    day,
    sum(
      (day in (select day::date from opened_day) or (isodow(day) <= 5 and day not in (select day::date from closed_day)))::integer
    ) over (order by day) as through
  from day;

-- What each fact adds to each KPI.

create table measured (
  origin varchar, day date, department varchar, process varchar, kpi varchar, numerator bigint, denominator bigint
);

insert into measured
  select 'system', day::date, department, '', 'serviceLevel',
    (is_answered and wait_seconds <= 90)::integer, 1
  from last_call where is_answered or wait_seconds > 10;

insert into measured
  select 'system', day::date, department, '', 'callDuration', talk_seconds, 1
  from last_call where is_answered and department = 'kcc';

insert into measured
  select 'system', day::date, transfer_department, '', 'transferReach', transfer_picked_up::integer, 1
  from last_call where transfer_department is not null;

insert into measured
  select 'system', response.responded_on::date, department, process, 'firstResponse',
    greatest(responded.through - received.through, 0), 1
  from last_response as response
  join working_day as responded on responded.day = responded_on::date
  join working_day as received on received.day = received_on::date;

insert into measured
  select 'system', least(closed_on::date, due_on::date), department, process, 'casesOnTime',
    coalesce(closed_on::date <= due_on::date, false)::integer, 1
  from last_case
  where closed_on::date <= due_on::date or due_on::date < (select today::date from moment);

insert into measured
  select 'system', day::date, department, process, 'rating', score, 1 from last_rating;

insert into measured
  select 'system', day::date, department, process, 'lowRatings', (score < 5)::integer, 1
  from last_rating where about = 'case';

insert into measured
  select 'system', day::date, coalesce(process.department, ''), web_count.id, 'onlineShare', handled, handled
  from last_web_count as web_count left join process on process.id = web_count.id;

-- Minutes: what stands furthest to the right in ' 01d' is what all that looked know together.

insert into measured
  with mark as (
    select day, id, unnest(range(length(minutes))) as minute, unnest(string_split(minutes, '')) as mark from probe
  ),
  look as (
    select day, id, minute, max(strpos(' 01d', mark)) as seen from mark group by all having seen > 1
  ),
  numbered as (
    select day, id, seen, seen in (2, 4) as has_failed,
      row_number() over (partition by day, id order by minute)
        - row_number() over (partition by day, id, seen in (2, 4) order by minute) as run
    from look
  ),
  run as (
    select day, id, count(*) as minutes, has_failed and (count(*) > 1 or bool_or(seen = 4)) as is_down
    from numbered group by day, id, has_failed, run
  )
  select 'system', day::date, '', '', 'uptime', coalesce(sum(minutes) filter (not is_down), 0), sum(minutes)
  from run group by day, id;

insert into measured
  select 'registrations', day, department, process, 'firstTimeRight', (outcome = 'resolved')::integer, 1
  from last_contact;

insert into measured
  select 'registrations', day, department, process, 'transferReach', (outcome = 'transferPickedUp')::integer, 1
  from last_contact where outcome in ('transferPickedUp', 'transferNotPickedUp');

insert into measured
  select 'registrations', day, department, process, 'callDuration', duration_seconds, 1
  from last_contact where duration_seconds is not null;

insert into measured
  select 'registrations', contact.day, department, process, 'firstResponse',
    greatest(registered.through - received.through, 0), 1
  from last_contact as contact
  join working_day as registered on registered.day = contact.day
  join working_day as received on received.day = contact.received_on::date;

insert into measured
  select 'registrations', day, department, process, 'onlineShare', 0, 1
  from last_contact where process <> '' and channel <> 'web';

-- Callbacks: how the last step that says something leaves them. A correction says nothing.

insert into measured
  with callback as (
    select seq,
      arg_max(step.department, number) filter (kind in ('asked', 'handedOver')) as department,
      arg_max(kind, number) filter (kind <> 'corrected') as ended,
      arg_max(happened_at, number) filter (kind <> 'corrected') as ended_at
    from step group by seq
  )
  select 'registrations', day, callback.department, process, 'callbackOnTime',
    (ended = 'done' and ended_at <= due)::integer, 1
  from last_contact join callback using (seq)
  where ended = 'done' or (ended <> 'withdrawn' and due < (select now from moment));

-- What counts: registrations only where no system measured the same that day; and of what can be done
-- online only processes that the website counted that month, on days on which it counted.

create table counted as
  with by_system as (
    select distinct kpi, day from measured where origin = 'system'
  ),
  online as (
    select distinct process, date_trunc('month', day) as month
    from measured where origin = 'system' and kpi = 'onlineShare'
  )
  select day, department, process, kpi, sum(numerator) as numerator, sum(denominator) as denominator
  from measured
  where origin = 'system'
    or kpi in ('firstTimeRight', 'callbackOnTime')
    or (kpi = 'onlineShare'
      and (kpi, day) in (from by_system) and (process, date_trunc('month', day)) in (from online))
    or (kpi in ('transferReach', 'callDuration', 'firstResponse') and (kpi, day) not in (from by_system))
  group by all;

-- Periods.

create table period as
  with day as (
    select unnest(generate_series(first_day::date, today::date, interval 1 day))::date as day, today::date as today
    from moment
  ),
  named as (
    select distinct 1 as kind, strftime(day, '%Y-%m-%d') as name, day as first, day as last from day
    union select 2, strftime(day, '%G-W%V'), date_trunc('week', day), date_trunc('week', day) + interval 6 days from day
    union select 3, strftime(day, '%Y-%m'), date_trunc('month', day), last_day(day) from day
    union select 4, year(day) || '-Q' || quarter(day), date_trunc('quarter', day),
      date_trunc('quarter', day) + interval 3 months - interval 1 day from day
    union select 5, year(day)::varchar, make_date(year(day), 1, 1), least(make_date(year(day), 12, 31), today) from day
    union select 6, '12m-' || strftime(day, '%Y-%m'), date_trunc('month', day) - interval 11 months, last_day(day)
      from day
  )
  select row_number() over (order by kind, name) - 1 as place, name, first::date as first, last::date as last
  from named;

-- Figures: of every period each department, process and KPI, and all of them together.

create table figure as
  with period_day as (
    select place, unnest(generate_series(first, last, interval 1 day))::date as day from period
  )
  select place as period, department, process, kpi,
    sum(numerator) as numerator, sum(denominator) as denominator,
    count(distinct day) filter (denominator > 0) as days,
    max(day) filter (denominator > 0) as last_day
  from counted join period_day using (day)
  group by place, kpi, cube (department, process);
