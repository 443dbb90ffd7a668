import type { Municipality } from '../../shared/municipality/municipality.ts';

/** A small municipality to test with. */
export const testMunicipality: Municipality = {
  name: 'Gemeente Testdam',
  departments: [
    { id: 'grondzaken', name: 'Grondzaken' },
    { id: 'vergunningen', name: 'Vergunningen' },
  ],
  processes: [
    {
      id: 'strook-grond',
      name: 'Strook grond kopen',
      department: 'grondzaken',
      callbackWorkingDays: undefined,
    },
    { id: 'kapvergunning', name: 'Kapvergunning', department: 'vergunningen', callbackWorkingDays: 1 },
  ],
};
