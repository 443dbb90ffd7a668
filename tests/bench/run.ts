import { startBench } from './bench.ts';
import { benchCalendar } from './calendar.bench.ts';
import { benchEqualsSql } from './equalsSql.bench.ts';
import { benchImport } from './import.bench.ts';
import { benchMorning } from './morning.bench.ts';
import { benchRegistering } from './register.bench.ts';
import { benchScorecard } from './scorecard.bench.ts';
import { benchScorecardScale } from './scorecardScale.bench.ts';

/** `npm run bench`: ratios within one run; absolute times are this machine's. */
benchCalendar();
for (const bench of [benchRegistering, benchScorecard]) {
  const started = await startBench();
  await bench(started);
  await started.stop();
}
await benchScorecardScale();
await benchEqualsSql();
await benchImport();
await benchMorning();
