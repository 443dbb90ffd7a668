/** One e-mail or contact form, and the day of the first answer to it. */
export interface Response {
  readonly id: string;
  readonly department: string;
  /** Id of the customer process; '' where none is known. */
  readonly process: string;
  /** YYYY-MM-DD */
  readonly receivedOn: string;
  /** YYYY-MM-DD; undefined while nobody answered. */
  readonly respondedOn: string | undefined;
}
