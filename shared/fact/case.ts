/** One case (zaak) in the case system, with what is needed to say whether it was in time. */
export interface Case {
  /** The case number (zaaknummer, identificatie). */
  readonly id: string;
  /** Id of the department that does the work. */
  readonly department: string;
  /** Id of the customer process; '' where none is known. */
  readonly process: string;
  /** YYYY-MM-DD */
  readonly startedOn: string;
  /** The last day on which it is in time, YYYY-MM-DD; moved by suspension or extension. */
  readonly dueOn: string;
  /** YYYY-MM-DD; undefined while it runs. */
  readonly closedOn: string | undefined;
}
