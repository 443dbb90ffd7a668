import type { ReactNode } from 'react';
import type { KpiStatus } from '../../shared/kpi/scorecard.ts';
import './StatusMark.css';

/** A shape for each status, so that colour is never the only thing that tells them apart. */
const shapes: Readonly<Record<KpiStatus, ReactNode>> = {
  met: (
    <path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.6 5.3-4.2 4.6a.8.8 0 0 1-1.1 0L4.4 9a.8.8 0 0 1 1.1-1.1l1.3 1.4 3.6-4a.8.8 0 1 1 1.2 1Z" />
  ),
  atRisk: (
    <path d="M9.1 1.7a1.3 1.3 0 0 0-2.2 0L.9 12.8a1.3 1.3 0 0 0 1.1 2h12a1.3 1.3 0 0 0 1.1-2L9.1 1.7ZM7.2 5.6a.8.8 0 0 1 1.6 0v3.6a.8.8 0 0 1-1.6 0V5.6Zm.8 7.2a1 1 0 1 1 0-2 1 1 0 0 1 0 2Z" />
  ),
  missed: (
    <path d="M5.4 1 1 5.4v5.2L5.4 15h5.2l4.4-4.4V5.4L10.6 1H5.4Zm-.1 4.3a.8.8 0 0 1 1.1 0L8 6.9l1.6-1.6a.8.8 0 1 1 1.1 1.1L9.1 8l1.6 1.6a.8.8 0 1 1-1.1 1.1L8 9.1l-1.6 1.6a.8.8 0 1 1-1.1-1.1L6.9 8 5.3 6.4a.8.8 0 0 1 0-1.1Z" />
  ),
  tooFew: (
    <>
      <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 8V3.5A4.5 4.5 0 0 1 12.5 8H8Z" />
    </>
  ),
  noData: (
    <circle
      cx="8"
      cy="8"
      r="6.25"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.6 2.3"
    />
  ),
};

/** Says nothing to a screen reader: words stand beside it. */
export function StatusMark({ status }: { readonly status: KpiStatus }) {
  return (
    <svg className="status-mark" data-status={status} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[status]}
    </svg>
  );
}
