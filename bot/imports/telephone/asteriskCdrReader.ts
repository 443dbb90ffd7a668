import { BadFile } from '../../../shared/fact/refusal.ts';
import type { CsvRecord } from '../csv/csvRecord.ts';
import { readDuration } from '../csv/durationField.ts';
import type { ReadContext } from '../source.ts';
import { AsteriskCall, type AsteriskLeg, type CameIn } from './asteriskCall.ts';
import { type AsteriskField, type AsteriskPlaces, placesByCount, placesByHeader } from './asteriskFields.ts';
import { callMoments } from './callMoments.ts';
import type { CallSink } from './callSink.ts';
import { PickUpCheck } from './pickUpCheck.ts';
import { departmentsBy, queueDepartments } from './queueMapping.ts';
import type { CallReader } from './readCalls.ts';
import { Recent } from './recent.ts';
import { RecordCheck } from './recordCheck.ts';

interface Mapping {
  readonly queues: Readonly<Record<string, string>>;
  readonly ignore: readonly string[];
  readonly extensions: Readonly<Record<string, string>>;
  readonly timeZone: string;
}

/** Asterisk writes the records of a call together, when it is over; more calls than can end in that moment. */
const mostOpen = 1_000;

/** A citizen's number is longer. */
const internalNumber = /^\d{1,6}$/;

export function asteriskCdrReader(
  { mapping, municipality, now }: ReadContext<Mapping>,
  sink: CallSink,
): CallReader {
  const departmentOf = queueDepartments(municipality, mapping);
  const extensionOf = departmentsBy(municipality, mapping.extensions);
  const moments = callMoments(mapping.timeZone, now);
  const pickUps = new PickUpCheck('billsec');
  const open = new Recent<AsteriskCall>(mostOpen);
  let header: { readonly places: AsteriskPlaces; readonly fieldCount: number } | undefined;
  let isFirst = true;

  function take(record: CsvRecord): void {
    const places = isFirst ? placesByHeader(record) : undefined;
    isFirst = false;
    if (places === undefined) takeRecord(record);
    else header = { places, fieldCount: record.fieldCount };
  }

  function takeRecord(record: CsvRecord): void {
    sink.count();
    const check = new RecordCheck(record.line);
    const places = placesOf(record);
    if (places === undefined) check.refuse('', 'fieldCount');
    else takeLeg(record, places, check);
    if (check.refusal !== undefined) sink.refuse(check.refusal);
  }

  function placesOf({ fieldCount }: CsvRecord): AsteriskPlaces | undefined {
    if (header === undefined) return placesByCount(fieldCount);
    return header.fieldCount === fieldCount ? header.places : undefined;
  }

  function takeLeg(record: CsvRecord, places: AsteriskPlaces, check: RecordCheck): void {
    const text = (field: AsteriskField) => record.text(places[field]);
    const came = whereItCame(text, check);
    const target = extensionOf(text('dst')) || undefined;
    if (came === undefined && target === undefined) return;
    const id = text('linkedid') || text('uniqueid');
    if (id === '') check.refuse('uniqueid', 'missing');
    const leg = { ...timesOf(record, places, check), isAnswered: isAnswered(text) };
    if (check.refusal === undefined) keep(id, leg, came, target);
  }

  function keep(id: string, leg: AsteriskLeg, came: CameIn | undefined, target: string | undefined): void {
    const call = open.get(id) ?? new AsteriskCall(id);
    if (came !== undefined) call.addVisit(came, leg);
    if (target !== undefined) call.addTarget(target, leg);
    if (came?.isQueue === true && leg.isAnswered) pickUps.add(leg.answered - leg.start);
    for (const done of open.keep(id, call)) give(done);
  }

  /** Undefined where it does not count. */
  function whereItCame(text: (field: AsteriskField) => string, check: RecordCheck): CameIn | undefined {
    if (internalNumber.test(text('src'))) return undefined;
    const isQueue = text('lastapp') === 'Queue';
    // Until version 1.4 there was a | between arguments.
    const [queue = ''] = isQueue ? text('lastdata').split(/[,|]/) : [];
    const places = [queue, text('dst')].filter((place) => place !== '');
    const place = places.find(departmentOf);
    if (place !== undefined) return { queue: place, department: departmentOf(place) ?? '', isQueue };
    const isIgnored = places.some((known) => departmentOf(known) === '');
    if (isQueue && !isIgnored) check.refuse('lastdata', 'unknownDepartment');
    return undefined;
  }

  function timesOf(
    record: CsvRecord,
    places: AsteriskPlaces,
    check: RecordCheck,
  ): Omit<AsteriskLeg, 'isAnswered'> {
    const seconds = (field: AsteriskField) => check.number(field, readDuration(record, places[field]));
    const start = check.number('start', moments.read(record, places.start));
    const duration = seconds('duration');
    const spoken = seconds('billsec');
    check.refuseIf('start', moments.whyNotThen(start));
    if (spoken > duration) check.refuse('billsec', 'outOfRange');
    return { start, answered: start + duration - spoken, end: start + duration };
  }

  function isAnswered(text: (field: AsteriskField) => string): boolean {
    return text('disposition') === 'ANSWERED' && text('dstchannel') !== '';
  }

  function give(call: AsteriskCall): void {
    for (const made of call.calls(moments)) sink.add(made);
  }

  return {
    take,
    end() {
      if (isFirst) throw new BadFile('empty');
      for (const call of open.all()) give(call);
      pickUps.assertByColleagues();
    },
  };
}
