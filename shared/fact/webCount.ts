/** How many requests of one customer process the website handled on one day. */
export interface WebCount {
  /** Id of the customer process. */
  readonly id: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly handled: number;
}
