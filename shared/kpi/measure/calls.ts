import type { Call } from '../../fact/call.ts';
import { kcc } from '../../municipality/municipality.ts';
import type { KpiId } from '../kpi.ts';
import type { Measurement } from '../measurement.ts';

/** Norm `serviceLevel`: answered within so many seconds. */
const answeredWithin = 90;

/** Norm `serviceLevel`: who hangs up within so many seconds does not count. */
const hungUpWithin = 10;

/** What one department's calls of a day add up to. */
interface Tally {
  offered: number;
  inTime: number;
  answered: number;
  talked: number;
  tried: number;
  pickedUp: number;
}

/**
 * What calls add to the KPIs. Only what the KCC itself answered has a length that counts (norm
 * `callDuration`); a transfer counts for the department that should have picked it up.
 */
export function measureCalls(calls: Iterable<Call>): Measurement[] {
  const days = new Map<string, Map<string, Tally>>();
  let day: string | undefined;
  let department: string | undefined;
  let tallies = new Map<string, Tally>();
  let tally = noTally();
  for (const call of calls) {
    // There are thousands of each, most of them one after another.
    if (call.day !== day || call.department !== department) {
      ({ day, department } = call);
      tallies = getOrMake(days, day, () => new Map<string, Tally>());
      tally = getOrMake(tallies, department, noTally);
    }
    tallyCall(tally, call);
    if (call.transfer !== undefined) {
      const theirs = getOrMake(tallies, call.transfer.department, noTally);
      theirs.tried++;
      if (call.transfer.isPickedUp) theirs.pickedUp++;
    }
  }
  return [...days].flatMap(([day, tallies]) => [...tallies].flatMap(([id, tally]) => parts(day, id, tally)));
}

function noTally(): Tally {
  return { offered: 0, inTime: 0, answered: 0, talked: 0, tried: 0, pickedUp: 0 };
}

function getOrMake<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function tallyCall(tally: Tally, { isAnswered, waitSeconds, talkSeconds }: Call): void {
  if (isAnswered) {
    tally.offered++;
    if (waitSeconds <= answeredWithin) tally.inTime++;
    tally.answered++;
    tally.talked += talkSeconds;
  } else if (waitSeconds > hungUpWithin) tally.offered++;
}

function parts(day: string, department: string, tally: Tally): Measurement[] {
  const measured: Measurement[] = [];
  const add = (kpi: KpiId, numerator: number, denominator: number) => {
    if (denominator > 0) {
      measured.push({ source: 'calls', day, department, process: '', kpi, numerator, denominator });
    }
  };
  add('serviceLevel', tally.inTime, tally.offered);
  if (department === kcc.id) add('callDuration', tally.talked, tally.answered);
  add('transferReach', tally.pickedUp, tally.tried);
  return measured;
}
