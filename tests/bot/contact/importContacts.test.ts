import { expect, it } from 'vitest';
import { importContacts } from '../../../bot/contact/importContacts.ts';
import { readMonth } from '../../rig/readMonth.ts';
import { testServices } from '../../rig/services.ts';
import { someId, someRegistration } from '../registered.ts';

it('of two registrations with one id the last counts', async () => {
  const services = await testServices();
  services.itIs('2026-05-01T09:00+02:00');
  const id = someId('2026-04-24');
  const both = [someRegistration({}, id), someRegistration({ outcome: 'passedOn' }, id)];
  await importContacts('waterland', both, services);
  const { answers } = await readMonth('waterland', '2026-04', services);
  expect(answers.find((answer) => answer.id === 'firstTimeRight')).toMatchObject({
    numerator: 0,
    denominator: 1,
  });
});
