-- What the scorecard of twelve months says of contacts, by department and process; for both databases.
select department, process,
  count(*) filter (where outcome = 'resolved') as "firstTimeRight",
  count(*) as "firstTimeRightOf",
  count(*) filter (where outcome = 'transferPickedUp') as "transferReach",
  count(*) filter (where outcome in ('transferPickedUp', 'transferNotPickedUp')) as "transferReachOf",
  sum(duration_seconds) as "callDuration",
  count(duration_seconds) as "callDurationOf",
  sum(responded.through - received.through) as "firstResponse",
  count(received_on) as "firstResponseOf",
  count(*) filter (where done_at <= due) as "callbackOnTime",
  count(*) filter (where done_at is not null or due < timestamp '2026-11-27 12:00') as "callbackOnTimeOf"
from contact
join working_day as responded on responded.day = contact.day
left join working_day as received on received.day = received_on
where contact.day between date '2025-12-01' and date '2026-11-30'
group by department, process
