import { asteriskCdr } from './asteriskCdr.ts';
import { asteriskQueueLog } from './asteriskQueueLog.ts';
import { calls } from './calls.ts';
import { cases } from './cases.ts';
import { ratings } from './ratings.ts';
import { responses } from './responses.ts';
import type { FileSource } from './source.ts';
import { threeCxCdr } from './threeCxCdr.ts';
import { threeCxReport } from './threeCxReport.ts';
import { uptimeKuma } from './uptimeKuma.ts';
import { webCounts } from './webCounts.ts';

/** Every kind of file that can be imported, one file of this folder each. */
export const fileSources: readonly FileSource[] = [
  threeCxReport,
  threeCxCdr,
  asteriskQueueLog,
  asteriskCdr,
  calls,
  cases,
  ratings,
  responses,
  webCounts,
  uptimeKuma,
];

export function sourceCalled(id: string): FileSource | undefined {
  return fileSources.find((source) => source.id === id);
}
