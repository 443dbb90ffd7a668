import * as v from 'valibot';
import { SecretName } from '../pull/secrets.ts';
import { WebAddress } from '../pull/webAddress.ts';

export const ZgwMapping = v.strictObject({
  /** The Zaken API, such as "https://openzaak.example.nl/zaken/api/v1". */
  zaken: WebAddress,
  /** The Catalogi API, that knows the types of cases. Both know the same client. */
  catalogi: WebAddress,
  clientId: v.pipe(v.string('expected the client id'), v.minLength(1, 'expected the client id')),
  /** Name of the client's secret. */
  secret: SecretName,
  /** RSIN of the municipality, where it shares the case system with others. Default: all cases. */
  bronorganisatie: v.optional(
    v.pipe(v.string('expected an RSIN, in quotes'), v.regex(/^\d{9}$/, 'expected an RSIN: nine digits')),
  ),
  /**
   * What was promised: the period by law (`doorlooptijd`), or the municipality's own where the type of case
   * has one (`servicenorm`). Default: the period by law.
   */
  leadTime: v.optional(
    v.picklist(['doorlooptijd', 'servicenorm'], 'expected "doorlooptijd" or "servicenorm"'),
    'doorlooptijd',
  ),
  /**
   * From the identificatie or omschrijving of a zaaktype to the id of a customer process; to '' for one that
   * does not count. One that is called as its customer process needs no line.
   */
  processes: v.optional(v.record(v.string(), v.string('expected the id of a process, in quotes')), {}),
});
export type ZgwMapping = v.InferOutput<typeof ZgwMapping>;
