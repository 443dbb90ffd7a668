import { describe, expect, it } from 'vitest';
import { cases } from '../../../bot/imports/cases.ts';
import { badFileOf, mappingIssues, readFacts } from './readFacts.ts';

const header = 'zaaknummer;startdatum;uiterste datum;einddatum;afdeling;proces\n';

async function read(rows: string, mapping: unknown = {}) {
  return await readFacts(cases, header + rows, mapping);
}

describe('a case', () => {
  it('is read from the usual columns', async () => {
    const { facts, refused, records } = await read(
      'Z-1;2-11-2026;16-11-2026;12-11-2026;Grondzaken;Strook grond kopen\nZ-2;3-11-2026;1-2-2027;;vergunningen;kapvergunning\n',
    );
    expect(facts).toEqual([
      {
        id: 'Z-1',
        department: 'grondzaken',
        process: 'strook-grond',
        startedOn: '2026-11-02',
        dueOn: '2026-11-16',
        closedOn: '2026-11-12',
      },
      {
        id: 'Z-2',
        department: 'vergunningen',
        process: 'kapvergunning',
        startedOn: '2026-11-03',
        dueOn: '2027-02-01',
        closedOn: undefined,
      },
    ]);
    expect([refused, records]).toEqual([[], 2]);
  });

  it.each([
    ['zaaknummer missing', ';2-11-2026;16-11-2026;;Grondzaken;'],
    ['zaaknummer tooLong', `${'9'.repeat(201)};2-11-2026;16-11-2026;;Grondzaken;`],
    ['startdatum missing', 'Z;;16-11-2026;;Grondzaken;'],
    ['startdatum notADay', 'Z;maandag;16-11-2026;;Grondzaken;'],
    ['startdatum inFuture', 'Z;28-11-2026;16-12-2026;;Grondzaken;'],
    ['uiterste datum noLeadTime', 'Z;2-11-2026;;;Grondzaken;'],
    ['uiterste datum notADay', 'Z;2-11-2026;snel;;Grondzaken;'],
    ['uiterste datum wrongOrder', 'Z;2-11-2026;1-11-2026;;Grondzaken;'],
    ['einddatum inFuture', 'Z;2-11-2026;16-12-2026;28-11-2026;Grondzaken;'],
    ['einddatum wrongOrder', 'Z;2-11-2026;16-11-2026;1-11-2026;Grondzaken;'],
    ['afdeling unknownDepartment', 'Z;2-11-2026;16-11-2026;;Sportzaken;'],
    ['afdeling missing', 'Z;2-11-2026;16-11-2026;;;'],
    ['proces unknownProcess', 'Z;2-11-2026;16-11-2026;;Grondzaken;Zwembad'],
    [' fieldCount', 'Z;2-11-2026;16-11-2026;;Grondzaken'],
    [' fieldCount', 'Z;2-11-2026;16-11-2026;;Grondzaken;;'],
  ])('is refused: %s', async (reason, row) => {
    const { facts, refused } = await read(`${row}\nZ-2;3-11-2026;16-11-2026;;Grondzaken;\n`);
    expect(refused).toEqual([`2 ${reason}`]);
    expect(facts.map(({ id }) => id)).toEqual(['Z-2']);
  });

  it('is of the department that does the work of its process, where none stands', async () => {
    const { facts } = await read('Z;2-11-2026;16-11-2026;;;Kapvergunning\n');
    expect(facts[0]).toMatchObject({ department: 'vergunningen', process: 'kapvergunning' });
  });

  it('has the lead time of its process where it has no due day', async () => {
    const rows = 'Z-1;2-11-2026;;;Grondzaken;strook-grond\nZ-2;2-11-2026;;;Grondzaken;\n';
    const { facts, refused } = await read(rows, { leadTimeDays: { 'strook-grond': 56 } });
    expect(facts.map(({ dueOn }) => dueOn)).toEqual(['2026-12-28']);
    expect(refused).toEqual(['3 uiterste datum noLeadTime']);
    const all = await read(`${rows}Z-3;2-11-2026;3-11-2026;;Grondzaken;\n`, { leadTimeDays: 1 });
    expect(all.facts.map(({ dueOn }) => dueOn)).toEqual(['2026-11-03', '2026-11-03', '2026-11-03']);
  });

  it('of a department that does not count is left out, whatever else it says', async () => {
    const { facts, refused, records } = await read('Z;;;;Archief;\n', { departments: { archief: '' } });
    expect([facts, refused, records]).toEqual([[], [], 1]);
  });
});

describe('a mapping', () => {
  it('names columns, departments and processes as the file does', async () => {
    const file = 'sep=|\nNR | Start |Due|CLOSED|Team|Type\n7|04/05/2026|20261116||TEAM GROND|Reststrook\n';
    const { facts, refused } = await readFacts(cases, file, {
      columns: {
        id: 'nr',
        startedOn: 'start',
        dueOn: 'due',
        closedOn: 'closed',
        department: 'team',
        process: 'type',
      },
      delimiter: '|',
      dayOrder: 'monthFirst',
      departments: { 'Team Grond': 'grondzaken' },
      processes: { reststrook: 'strook-grond' },
    });
    expect(refused).toEqual([]);
    expect(facts).toMatchObject([
      {
        id: '7',
        department: 'grondzaken',
        process: 'strook-grond',
        startedOn: '2026-04-05',
        dueOn: '2026-11-16',
      },
    ]);
  });

  it('that leads to a department that is not there makes none', async () => {
    const { refused } = await read('Z;2-11-2026;16-11-2026;;Team Grond;\n', {
      departments: { 'Team Grond': 'grond' },
    });
    expect(refused).toEqual(['2 afdeling unknownDepartment']);
  });

  it('that is wrong says where', () => {
    const issues = mappingIssues(cases, {
      columns: { zaak: 'nr' },
      delimiter: ':',
      leadTimeDays: 'snel',
      department: {},
      departments: { Grond: 3 },
    });
    expect(issues).toEqual([
      'delimiter: expected ";", ",", "|", a tab or "detect"',
      'departments.Grond: expected the id of a department or process, in quotes',
      'columns.zaak: expected one of id, startedOn, dueOn, closedOn, department, process',
      'leadTimeDays: expected days, or days by process',
      'department: Invalid key: Expected never but received "department"',
    ]);
  });
});

describe('a file', () => {
  it('without the columns is another one, and says which it misses', async () => {
    expect(await badFileOf(cases, 'naam;startdatum\n')).toEqual([
      'missingColumns',
      'zaaknummer',
      'einddatum',
      'afdeling',
      'uiterste datum',
    ]);
    expect(await badFileOf(cases, header, { columns: { process: 'zaaktype' } })).toEqual([
      'missingColumns',
      'zaaktype',
    ]);
    expect(await badFileOf(cases, '\n\n')).toEqual(['empty']);
  });

  it('needs no due days where the mapping has the lead time', async () => {
    const file = 'zaaknummer,startdatum,einddatum,afdeling\nZ,2026-11-02,,KCC\n';
    const { facts } = await readFacts(cases, file, { leadTimeDays: 14 });
    expect(facts).toMatchObject([{ dueOn: '2026-11-16', department: 'kcc', process: '' }]);
  });
});
