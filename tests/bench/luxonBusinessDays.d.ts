/** What the benchmark uses of a package that has no types. */
declare module 'luxon-business-days' {
  interface Unit {
    readonly days: number;
  }

  export class DateTime {
    static fromMillis(milliseconds: number, options: { readonly zone: string }): DateTime;
    readonly hour: number;
    setupBusiness(options: { readonly holidayMatchers: readonly ((day: DateTime) => boolean)[] }): void;
    isBusinessDay(): boolean;
    isHoliday(): boolean;
    plus(unit: Unit): DateTime;
    plusBusiness(unit: Unit): DateTime;
    startOf(unit: 'day'): DateTime;
    set(values: { readonly hour: number }): DateTime;
    toISODate(): string;
    toMillis(): number;
  }

  const luxon: { readonly DateTime: typeof DateTime };
  export default luxon;
}
