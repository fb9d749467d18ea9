type Sources = Readonly<Record<string, string>>;

interface ImportGraph {
  circleFaults(sources: Sources): string[];
  draw(sources: Sources): string;
  graphFaults(sources: Sources, document: string): string[];
  withDrawing(document: string, drawing: string): string;
}

// eslint-disable-next-line @typescript-eslint/no-require-imports -- the build speaks CommonJS
const { circleFaults, draw, graphFaults, withDrawing } = require('../../.config/import-graph.js') as ImportGraph;

const pages = 'miniprogram/pages/home/index.ts';
const store = 'miniprogram/stores/session.ts';
const service = 'miniprogram/services/cloud.ts';

/** Pages import stores and services, stores import services. */
const inOrder: Sources = {
  [pages]: "import { session } from '../../stores/session';\nimport { call } from '../../services/cloud';",
  [store]: "import { call } from '../services/cloud';\nimport { makeAutoObservable } from 'mobx-miniprogram';",
  [service]: '',
};

describe('imports in a circle', () => {
  test('are not there where all go one way', () => {
    expect(circleFaults(inOrder)).toEqual([]);
  });

  test.each([
    ['import', "import { session } from '../stores/session';"],
    ['export', "export { session } from '../stores/session';"],
    ['import()', "void import('../stores/session');"],
    ['require', "const { session } = require('../stores/session');"],
  ])('of rooms and of files are refused (%s)', (_how, text) => {
    expect(circleFaults({ ...inOrder, [service]: text })).toEqual([
      'a circle of rooms: miniprogram/stores → miniprogram/services → miniprogram/stores',
      `a circle of files: ${store} → ${service} → ${store}`,
    ]);
  });

  test('of types alone are refused between rooms, and let be between files', () => {
    const room = 'a circle of rooms: miniprogram/stores → miniprogram/services → miniprogram/stores';
    const types = "import type { Session } from '../stores/session';";
    expect(circleFaults({ ...inOrder, [service]: types })).toEqual([room]);
    const inOneRoom = {
      'miniprogram/stores/session.ts': "import { consent } from './consent';",
      'miniprogram/stores/consent.ts': "import type { Session } from './session';",
    };
    expect(circleFaults(inOneRoom)).toEqual([]);
  });

  test('of files within one room are refused', () => {
    const inOneRoom = {
      'miniprogram/stores/session.ts': "import { consent } from './consent';",
      'miniprogram/stores/consent.ts': "import { type Session, session } from './session';",
    };
    expect(circleFaults(inOneRoom)).toEqual([
      'a circle of files: miniprogram/stores/session.ts → miniprogram/stores/consent.ts → miniprogram/stores/session.ts',
    ]);
  });

  test('of groups of use-cases are refused, since each group is a room', () => {
    const groups = 'cloudfunctions/core/use-cases';
    expect(
      circleFaults({
        [`${groups}/family/invite.ts`]: "import { me } from '../account/me';",
        [`${groups}/account/me.ts`]: "import type { Invite } from '../family/invite';",
      }),
    ).toEqual([`a circle of rooms: ${groups}/family → ${groups}/account → ${groups}/family`]);
  });
});

describe('the drawing', () => {
  test('shows each room and leaves out the arrow that a longer way already says', () => {
    expect(draw(inOrder).split('\n')).toEqual([
      '**`miniprogram/`**',
      '',
      '```mermaid',
      'flowchart TB',
      '  miniprogram_pages["pages"]',
      '  miniprogram_services["services"]',
      '  miniprogram_stores["stores"]',
      '  miniprogram_pages --> miniprogram_stores',
      '  miniprogram_stores --> miniprogram_services',
      '```',
      '',
    ]);
  });

  test('shows a file beside rooms as a room, and what another half gives', () => {
    const drawn = draw({
      'cloudfunctions/core/ports.ts': "import type { Account } from './domain/account';",
      'cloudfunctions/core/domain/account.ts': "import { accept } from '../../../miniprogram/shared/result';",
      'miniprogram/shared/result.ts': '',
    });
    expect(drawn).toContain('  cloudfunctions_core_ports["core/ports"]');
    expect(drawn).toContain('  miniprogram_shared(["miniprogram/shared"])');
    expect(drawn).toContain('  cloudfunctions_core_domain --> miniprogram_shared');
  });
});

describe('the document', () => {
  const empty = '# The house\n\n<!-- import-graph: drawn by `npm run graph` -->\n<!-- import-graph: end -->\n\nMore.\n';

  test('holds the drawing of the code, and keeps what stands around it', () => {
    const document = withDrawing(empty, draw(inOrder));
    expect(graphFaults(inOrder, document)).toEqual([]);
    expect(withDrawing(document, '').replace(/\n+/g, '\n')).toBe(empty.replace(/\n+/g, '\n'));
  });

  test('is refused when the code has another room or another import since', () => {
    const document = withDrawing(empty, draw(inOrder));
    const fault = ['the graph in docs/architecture.md is out of date: npm run graph'];
    expect(graphFaults({ ...inOrder, 'miniprogram/copy/home.ts': '' }, document)).toEqual(fault);
    expect(graphFaults({ ...inOrder, [store]: '' }, document)).toEqual(fault);
  });

  test('is refused without a place for it', () => {
    expect(() => withDrawing('# The house\n', '')).toThrow('docs/architecture.md has no place for the graph');
  });
});
