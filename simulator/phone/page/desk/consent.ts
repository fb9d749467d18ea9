import { decide, decided, PRIVATE, PRIVATE_KINDS, QUESTIONS, SCOPES, type Scope } from '../between/consent';
import { AGREEMENTS, changeSettings, readSettings, type Agreement } from '../between/settings';
import { section } from './dom';
import { boxOf, choiceOf, type Switch } from './switches';

const AGREEMENT_WORDS: Record<Agreement, string> = {
  agreed: '已经同意',
  unasked: '还没有问过',
  declined: '不同意',
};

const ANSWERS = { unasked: '还没有问过', yes: '允许', no: '拒绝' } as const;
type ScopeAnswer = keyof typeof ANSWERS;

const answerOf = (scope: Scope): ScopeAnswer => {
  const allowed = decided(scope);
  if (allowed === undefined) return 'unasked';
  return allowed ? 'yes' : 'no';
};

const agreement = (): Switch =>
  choiceOf(
    '隐私保护指引',
    AGREEMENT_WORDS,
    () => readSettings().agreement,
    (value) => {
      changeSettings({ agreement: AGREEMENTS.find((one) => one === value) ?? 'declined' });
    },
  );

const declarations = (): Switch[] =>
  PRIVATE_KINDS.map((kind) =>
    boxOf(
      `指引里写明了：${PRIVATE[kind].name}`,
      () => !readSettings().undeclared.includes(kind),
      (on) => {
        const others = readSettings().undeclared.filter((other) => other !== kind);
        changeSettings({ undeclared: on ? others : [...others, kind] });
      },
    ),
  );

const scopes = (): Switch[] =>
  SCOPES.map((scope) =>
    choiceOf(
      QUESTIONS[scope],
      ANSWERS,
      () => answerOf(scope),
      (value) => {
        decide(scope, value === 'unasked' ? undefined : value === 'yes');
      },
    ),
  );

const systemCamera = (): Switch =>
  boxOf(
    '手机系统允许微信用相机',
    () => !readSettings().systemForbidsCamera,
    (on) => {
      changeSettings({ systemForbidsCamera: !on });
    },
  );

export interface ConsentPanel {
  element: HTMLElement;
  /** Shows what stands now. */
  refresh: () => void;
}

/** The three who may say no: the person to the guide or to a permission, the operator's guide, the phone's system. */
export const consentSection = (): ConsentPanel => {
  const switches = [agreement(), ...declarations(), ...scopes(), systemCamera()];
  const refresh = (): void => switches.forEach(({ show }) => show());
  refresh();
  return { element: section('隐私和权限', ...switches.map(({ element }) => element)), refresh };
};
