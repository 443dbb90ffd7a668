import type { Person } from '../../../shared/person.ts';

export const gijs: Person = { id: 'gijs', name: 'Gijs Grondvast' };
export const vera: Person = { id: 'vera', name: 'Vera Vergun' };
export const petra: Person = { id: 'petra', name: 'Petra Perceel' };
