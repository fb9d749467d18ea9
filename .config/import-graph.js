/**
 * Who imports whom, read from the code. A room is a folder whose files belong together. `npm run graph` draws the rooms
 * into docs/architecture.md; the check fails on a circle and on a drawing that is out of date.
 *
 * Between rooms every import counts, those of types too: a room that only knows another one's types still depends on
 * it. Between files an `import type` does not count: it is erased, so two files that name each other's types load in
 * any order.
 */
const fs = require('node:fs');
const path = require('node:path');
const { globSync } = require('glob');
const ts = require('typescript');

const root = path.resolve(__dirname, '..');
const DOCUMENT = 'docs/architecture.md';
const BEGIN = '<!-- import-graph: drawn by `npm run graph` -->';
const END = '<!-- import-graph: end -->';

/** Each is drawn by itself, with what it imports from the others. One that does not exist is left out. */
const HALVES = ['miniprogram', 'cloudfunctions', 'deployment', 'simulator'];
/** How many folders deep a room lies; the longest beginning counts. A folder that does not exist does no harm here. */
const DEPTHS = {
  '': 2,
  'cloudfunctions/core': 3,
  'cloudfunctions/core/use-cases': 4,
  'cloudfunctions/core/functions': 4,
  'simulator/cloud': 3,
  'simulator/phone': 3,
  'simulator/phone/page': 4,
};

// --- reading ---------------------------------------------------------------------------------------------------------

/** `import type`, `export type`: erased. `import { type A }` is not: under `verbatimModuleSyntax` the module is loaded. */
const isErased = (node) => (ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly === true : node.isTypeOnly);

/** @returns {{ specifier: string, erased: boolean }[]} */
const importsOf = (file, text) => {
  const imports = [];
  const visit = (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      imports.push({ specifier: node.moduleSpecifier.text, erased: isErased(node) });
    const isCall = ts.isCallExpression(node) && node.arguments.length === 1 && ts.isStringLiteral(node.arguments[0]);
    if (isCall && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require'))
      imports.push({ specifier: node.arguments[0].text, erased: false });
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      imports.push({ specifier: node.argument.literal.text, erased: true });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return imports;
};

/**
 * @param {Record<string, string>} sources the text of each file, by its path in the project
 * @returns {{ from: string, to: string, erased: boolean }[]} imports of one file by another; packages and JSON left out
 */
const readImports = (sources) => {
  const resolve = (from, specifier) => {
    const target = path.posix.join(path.posix.dirname(from), specifier);
    return [target, `${target}.ts`, `${target}/index.ts`].find((file) => Object.hasOwn(sources, file));
  };
  return Object.entries(sources).flatMap(([from, text]) =>
    importsOf(from, text)
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ specifier, erased }) => ({ from, to: resolve(from, specifier), erased }))
      .filter(({ to }) => to !== undefined),
  );
};

/**
 * A file that lies beside rooms, and in none of them, is a room by itself: `core/ports` beside `core/domain`.
 * @returns {(file: string) => string}
 */
const roomsOf = (files) => {
  const folders = new Set(files.map((file) => path.posix.dirname(file)));
  const holdsFolders = (folder) => [...folders].some((other) => other.startsWith(`${folder}/`));
  const beginnings = Object.keys(DEPTHS).sort((a, b) => b.length - a.length);
  return (file) => {
    const folder = path.posix.dirname(file);
    const beginning = beginnings.find((start) => start === '' || folder === start || folder.startsWith(`${start}/`));
    const steps = folder.split('/');
    if (steps.length >= DEPTHS[beginning]) return steps.slice(0, DEPTHS[beginning]).join('/');
    return holdsFolders(folder) ? file.replace(/\.ts$/, '') : folder;
  };
};

/** @returns {Map<string, Set<string>>} what each one points at, itself left out */
const graphOf = (edges) => {
  const graph = new Map();
  for (const { from, to } of edges) {
    for (const node of [from, to]) if (!graph.has(node)) graph.set(node, new Set());
    if (from !== to) graph.get(from).add(to);
  }
  return graph;
};

// --- judging ---------------------------------------------------------------------------------------------------------

/** @returns {string[][]} a way round for each circle that is met, its first one repeated at the end */
const circlesIn = (graph) => {
  const circles = [];
  const done = new Set();
  const walk = (node, way) => {
    if (way.includes(node)) return circles.push([...way.slice(way.indexOf(node)), node]);
    if (done.has(node)) return undefined;
    for (const next of graph.get(node)) walk(next, [...way, node]);
    return done.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return circles;
};

const roomEdges = (sources) => {
  const roomOf = roomsOf(Object.keys(sources));
  return readImports(sources).map(({ from, to }) => ({ from: roomOf(from), to: roomOf(to) }));
};

/** @returns {string[]} what is wrong, one line each */
const circleFaults = (sources) => {
  const described = (what) => (circle) => `a circle of ${what}: ${circle.join(' → ')}`;
  const loaded = readImports(sources).filter(({ erased }) => !erased);
  return [
    ...circlesIn(graphOf(roomEdges(sources))).map(described('rooms')),
    ...circlesIn(graphOf(loaded)).map(described('files')),
  ];
};

// --- drawing ---------------------------------------------------------------------------------------------------------

const reachable = (graph, from, seen = new Set()) => {
  for (const next of graph.get(from))
    if (!seen.has(next)) {
      seen.add(next);
      reachable(graph, next, seen);
    }
  return seen;
};

/** Only what no longer way says already: where A → B → C, an arrow A → C would tell nothing new. */
const shortestArrows = (graph) =>
  [...graph].flatMap(([from, targets]) =>
    [...targets]
      .filter((to) => ![...targets].some((other) => other !== to && reachable(graph, other).has(to)))
      .map((to) => ({ from, to })),
  );

const isIn = (half) => (room) => room === half || room.startsWith(`${half}/`);
const identifier = (room) => room.replace(/[^A-Za-z0-9]/g, '_');

const drawHalf = (half, arrows, rooms) => {
  const inside = isIn(half);
  const mine = arrows.filter(({ from }) => inside(from));
  const shown = [...new Set([...rooms.filter(inside), ...mine.map(({ to }) => to)])].sort();
  const label = (room) => (inside(room) ? room.slice(half.length + 1) : room);
  const shape = (room) => (inside(room) ? `["${label(room)}"]` : `(["${label(room)}"])`);
  return [
    `**\`${half}/\`**`,
    '',
    '```mermaid',
    'flowchart TB',
    ...shown.map((room) => `  ${identifier(room)}${shape(room)}`),
    ...mine.map(({ from, to }) => `  ${identifier(from)} --> ${identifier(to)}`).sort(),
    '```',
    '',
  ];
};

/** @returns {string} a diagram for each half that exists */
const draw = (sources) => {
  const graph = graphOf(roomEdges(sources));
  const roomOf = roomsOf(Object.keys(sources));
  const rooms = [...new Set(Object.keys(sources).map(roomOf))];
  const arrows = shortestArrows(graph);
  return HALVES.filter((half) => rooms.some(isIn(half)))
    .flatMap((half) => drawHalf(half, arrows, rooms))
    .join('\n');
};

/** Puts the drawing between the markers. */
const withDrawing = (document, drawing) => {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${DOCUMENT} has no place for the graph: ${BEGIN} … ${END}`);
  return `${document.slice(0, begin + BEGIN.length)}\n\n${drawing}\n${document.slice(end)}`;
};

// --- the project -----------------------------------------------------------------------------------------------------

const projectSources = () => {
  const ignore = ['**/*.d.ts', '**/node_modules/**', '**/miniprogram_npm/**'];
  const files = globSync(`{${HALVES.join(',')}}/**/*.ts`, { cwd: root, ignore, posix: true }).sort();
  return Object.fromEntries(files.map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]));
};

const readDocument = () => fs.readFileSync(path.join(root, DOCUMENT), 'utf8');

/**
 * @param {string} document docs/architecture.md
 * @returns {string[]} what is wrong, one line each
 */
const graphFaults = (sources, document) => {
  const circles = circleFaults(sources);
  if (circles.length > 0) return circles;
  const isCurrent = withDrawing(document, draw(sources)) === document;
  return isCurrent ? [] : [`the graph in ${DOCUMENT} is out of date: npm run graph`];
};

/** @throws where imports run in a circle, or the drawing is not that of the code */
const importGraph = async () => {
  const faults = graphFaults(projectSources(), readDocument());
  if (faults.length > 0) throw new Error(`Imports and their graph:\n${faults.join('\n')}`);
};

const writeGraph = () => {
  const sources = projectSources();
  const circles = circleFaults(sources);
  if (circles.length > 0) throw new Error(`Imports run in a circle:\n${circles.join('\n')}`);
  fs.writeFileSync(path.join(root, DOCUMENT), withDrawing(readDocument(), draw(sources)));
};

module.exports = { importGraph, circleFaults, draw, graphFaults, withDrawing };

if (require.main === module) writeGraph();
