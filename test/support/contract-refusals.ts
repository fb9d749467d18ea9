import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { Actions, EveryRefusal } from '../../miniprogram/shared/contract/api';
import type { ErrorCode } from '../../miniprogram/shared/error-codes';

const folder = path.resolve(__dirname, '../../miniprogram/shared/contract');

const literalsOf = (type: ts.TypeNode): string[] => {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(literalsOf);
  if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return [type.literal.text];
  if (type.kind === ts.SyntaxKind.NeverKeyword) return [];
  throw new Error(`not a list of codes: ${type.getText()}`);
};

const memberOf = (members: ts.NodeArray<ts.TypeElement>, name: string): ts.TypeNode | undefined =>
  members.filter(ts.isPropertySignature).find((member) => member.name.getText() === name)?.type;

const statementsOf = (file: string): ts.NodeArray<ts.Statement> => {
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true).statements;
};

const actionsIn = (file: string): [string, string[]][] =>
  statementsOf(file)
    .filter(ts.isInterfaceDeclaration)
    .flatMap(({ members }) => [...members])
    .filter(ts.isPropertySignature)
    .flatMap(({ name, type }): [string, string[]][] => {
      const refuses = type && ts.isTypeLiteralNode(type) ? memberOf(type.members, 'refuses') : undefined;
      return refuses ? [[name.getText(), literalsOf(refuses)]] : [];
    });

/** What every action of the contract refuses, read from its types: they are gone when the code runs. */
export const refusalsOfActions = (): [action: keyof Actions, codes: ErrorCode[]][] =>
  fs
    .readdirSync(folder)
    .flatMap(actionsIn)
    .map(([action, codes]) => [action as keyof Actions, codes as ErrorCode[]]);

/** What any action may refuse. */
export const everyRefusal = (): EveryRefusal[] => {
  const aliases = statementsOf('api.ts').filter(ts.isTypeAliasDeclaration);
  const every = aliases.find(({ name }) => name.text === 'EveryRefusal');
  if (!every) throw new Error('the contract has no EveryRefusal');
  return literalsOf(every.type) as EveryRefusal[];
};
