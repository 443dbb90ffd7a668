/** What a citizen thought of it. */
export interface Rating {
  /** Of the survey's answer, or of the invitation by which it was given. */
  readonly id: string;
  /** The day on which it was given, YYYY-MM-DD. */
  readonly day: string;
  /** A whole number, 1 to 10. */
  readonly score: number;
  /** A closed case (dossier) counts for the norm of low ratings too. */
  readonly about: 'case' | 'contact';
  readonly department: string;
  /** Id of the customer process; '' where none is known. */
  readonly process: string;
  /** What the citizen added; '' for nothing. */
  readonly remark: string;
}
