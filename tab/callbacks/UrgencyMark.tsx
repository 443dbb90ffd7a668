import type { ReactNode } from 'react';
import type { Urgency } from '../../shared/callback/urgency.ts';
import './UrgencyMark.css';

const ring = <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />;

/** A shape for each urgency, so that colour is never the only thing that tells them apart: a clock that runs out. */
const shapes: Readonly<Record<Urgency, ReactNode>> = {
  overdue: (
    <path d="M5.4 1 1 5.4v5.2L5.4 15h5.2l4.4-4.4V5.4L10.6 1H5.4ZM7.2 4.4a.8.8 0 0 1 1.6 0v4.2a.8.8 0 0 1-1.6 0V4.4Zm.8 8.1a1 1 0 1 1 0-2 1 1 0 0 1 0 2Z" />
  ),
  today: (
    <>
      {ring}
      <path d="M8 8V3.5A4.5 4.5 0 1 1 3.5 8H8Z" />
    </>
  ),
  nextWorkingDay: (
    <>
      {ring}
      <path d="M8 8V3.5A4.5 4.5 0 0 1 12.5 8H8Z" />
    </>
  ),
  later: ring,
};

/** Says nothing to a screen reader: words stand beside it. */
export function UrgencyMark({ urgency }: { readonly urgency: Urgency }) {
  return (
    <svg className="urgency-mark" data-urgency={urgency} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[urgency]}
    </svg>
  );
}
