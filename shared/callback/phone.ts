import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** The number in E.164, read as a Dutch one where no country is given; undefined when it cannot exist. */
export function parsePhone(typed: string): string | undefined {
  const phone = parsePhoneNumberFromString(typed, 'NL');
  return phone?.isValid() ? phone.number : undefined;
}

/** As a person in the Netherlands writes it: 06 12345678, +32 470 12 34 56. */
export function formatPhone(e164: string): string {
  const phone = parsePhoneNumberFromString(e164);
  if (phone === undefined) return e164;
  return phone.country === 'NL' ? phone.formatNational() : phone.formatInternational();
}
