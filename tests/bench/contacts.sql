-- Made-up contacts of a year; the same for the same number. DuckDB makes them, PostgreSQL gets a copy.
create table contact as
  with chance as (
    select i, hash(i, 1) % 365 as day, hash(i, 2) % 13 as process, hash(i, 3) % 100 as owner, hash(i, 4) % 100 as outcome,
      hash(i, 5) % 900 as duration, hash(i, 6) % 100 as letter, hash(i, 7) % 100 as callback
    from range($count) as contact(i)
  )
  select
    date '2025-12-01' + day::integer as day,
    'afdeling-' || if(owner < 80, process % 10, owner % 10) as department,
    'proces-' || process as process,
    case when outcome < 80 then 'resolved' when outcome < 86 then 'transferPickedUp'
      when outcome < 88 then 'transferNotPickedUp' else 'callback' end as outcome,
    if(duration < 600, duration, null)::integer as duration_seconds,
    if(letter < 30, date '2025-12-01' + day::integer - (letter % 9)::integer, null) as received_on,
    if(outcome < 88, null, (date '2025-12-01' + day::integer + 2)::timestamp + interval 16 hours) as due,
    if(outcome < 88 or callback > 92, null,
      (date '2025-12-01' + day::integer + 2)::timestamp + (callback % 23)::integer * interval 1 hour) as done_at
  from chance;
