import { refuse } from '../../miniprogram/shared/result';
import { describeInBrowser } from '../support/browser';
import type { Person } from '../support/person';
import { ScriptedPhone, father, neighbour, request, textSizes, verified, wang } from '../support/scripted-phone';

const LONG_WALK = 90_000;

/** Pictures to be looked at, of each page as people meet it and with what goes wrong there; answers are scripted. */
describeInBrowser('relatives, invitations and help, without a word cut', () => {
  const phone = new ScriptedPhone();
  const { functions } = phone;
  let person: Person;
  let size: string;
  let scale: number;
  const shows = (name: string): Promise<void> => person.picture(`${name}-${size}`);

  beforeAll(() => phone.open());
  afterAll(() => phone.close());
  afterEach(() => person.leave());

  const enters = async (page: string): Promise<void> => {
    person = await phone.enter(page, scale);
  };

  describe.each(textSizes)('at the %s text size', (named, factor) => {
    beforeEach(() => {
      size = named;
      scale = factor;
      functions.calls.length = 0;
    });

    test(
      'relatives: the list, another one, one removed (rule D9)',
      async () => {
        functions.says('me', verified);
        functions.says('listContacts', { contacts: [] });
        await enters('family/contacts/index');
        await person.reads('还没有亲友');
        await shows('contacts-empty');
        await person.press('添加一位亲友');
        await person.reads('是您的什么人？');
        await shows('add-contact-relation');
        await person.pressTile('父亲');
        await person.type('姓名', '李德褔');
        await person.press('添加');
        await shows('add-contact-person');
        await person.type('身份证号', '610526184503120025');
        functions.refuses('addContact', refuse('TRADITIONAL_NAME', { simplified: '李德福' }));
        await person.press('添加');
        await person.reads('姓名里有繁体字');
        await shows('add-contact-traditional');
        functions.says('addContact', { contact: father });
        functions.says('listContacts', { contacts: [father, neighbour] });
        await person.press('改成：李德福');
        await person.reads('李德福加好了');
        await shows('add-contact-done');
        await person.press('以后再办');
        await person.reads('古丽娜尔·买买提');
        await shows('contacts');
        await person.press('删掉李德福');
        await person.reads('要删掉李德福吗？');
        await shows('contacts-remove');
        functions.says('removeContact', {});
        functions.says('listContacts', { contacts: [neighbour] });
        await person.press('删掉');
        await person.reads('已经删掉李德福');
        await shows('contacts-removed');
        expect(functions.inputsOf('addContact')[1]).toMatchObject({ name: '李德福', relation: 'father' });
      },
      LONG_WALK,
    );

    test('eight relatives are all there may be, and nobody is offered a ninth', async () => {
      functions.says('me', verified);
      functions.says('listContacts', {
        contacts: Array.from({ length: 8 }, (_, at) => ({ ...father, id: `${at}${father.id.slice(1)}` })),
      });
      await enters('family/contacts/index');
      await person.reads('已经有 8 位了');
      expect(await person.button('添加一位亲友').count()).toBe(0);
      await shows('contacts-full');
    });

    test('an invitation is made and shared (rule D10)', async () => {
      functions.says('me', verified);
      await enters('family/invite/index');
      await person.reads('邀请家人');
      await shows('invite');
      functions.refuses('invite', refuse('REAL_NAME_REQUIRED'));
      await person.pressTile('家人替我认证');
      await person.reads('请先实名认证');
      await shows('invite-refused');
      functions.says('invite', { code: 'a1b2c3', expiresAt: '2026-08-08T01:12:00.000Z' });
      await person.pressTile('我替家人认证');
      await person.pressTile('母亲');
      await person.reads('接下来这样办');
      await shows('invite-ready');
      await person.press('发给微信好友');
      await person.page.getByRole('button', { name: '发送', exact: true }).tap();
      await person.reads('发出去以后');
      await shows('invite-shared');
      expect(functions.inputsOf('invite')[1]).toEqual({ kind: 'help-you', relation: 'mother' });
    });

    test('an invitation is opened signed out, signed in, and accepted', async () => {
      functions.says('me', { signedIn: false });
      await enters('family/invitation/index?code=a1b2c3');
      await person.reads('家人给您发了邀请');
      await shows('invitation-signed-out');
      await person.press('登录');
      await person.press('用手机号和密码');
      await person.type('手机号', '13800000001');
      await person.type('登录密码', 'huashan1845');
      functions.says('signIn', { signedIn: true });
      functions.says('me', verified);
      functions.says('readInvitation', { kind: 'help-me', from: '李*福', expiresAt: '2026-08-08T01:12:00.000Z' });
      await person.press('登录');
      await person.reads('李*福');
      await shows('invitation');
      await person.press('同意，我来帮忙');
      await person.reads('是您的什么人？');
      await shows('invitation-relation');
      functions.refuses('acceptInvitation', refuse('REAL_NAME_REQUIRED'));
      await person.pressTile('父亲');
      await person.reads('先确认是您本人');
      await shows('invitation-unverified');
      await person.press('同意，我来帮忙');
      functions.says('acceptInvitation', { kind: 'help-me', from: '李*福' });
      functions.says('listContacts', { contacts: [father] });
      await person.pressTile('父亲');
      await person.reads('您已经同意了');
      await shows('invitation-done');
      expect(functions.inputsOf('acceptInvitation')[1]).toEqual({ code: 'a1b2c3', relation: 'father' });
    });

    test('an invitation that is used up says so, with a way on', async () => {
      functions.says('me', verified);
      functions.refuses('readInvitation', refuse('INVITATION_NOT_FOUND'));
      await enters('family/invitation/index?code=a1b2c3');
      await person.reads('这个邀请不能用了');
      await person.button('回首页').waitFor();
      await shows('invitation-used');
    });

    test('help is asked for in two taps, and it is said where it goes (rule F1)', async () => {
      functions.says('me', wang);
      await enters('family/ask-for-help/index');
      await person.reads('遇到什么困难？');
      await shows('ask-for-help');
      await person.pressTile('卧床，起不来');
      await person.reads('请单位的人来帮忙');
      await shows('ask-for-help-confirm');
      functions.says('askForHelp', { request: request({ name: '王*英' }) });
      functions.says('listHelp', { requests: [request({ name: '王*英' })] });
      await person.press('请人帮忙');
      await person.reads('已经交上去了');
      await shows('ask-for-help-done');
      expect(functions.inputsOf('askForHelp')).toEqual([{ whom: { self: true }, reason: 'bed-ridden' }]);
      await person.press('看办到哪一步了');
      await person.reads('给王*英办');
    });

    test('help for a contact, with another phone to call back', async () => {
      const { phone: _phone, ...withoutPhone } = { ...verified };
      functions.says('me', withoutPhone);
      functions.says('listContacts', { contacts: [father] });
      await enters(`family/ask-for-help/index?reason=deaf&contact=${father.id}`);
      await person.reads('李德福');
      await person.press('请人帮忙');
      await person.reads('请写 11 位手机号。座机要带区号，国外的号码前面加 +。');
      await shows('ask-for-help-phone');
      await person.type('打哪个电话找您', '13900000002');
      functions.says('askForHelp', { request: request({}) });
      functions.says('listHelp', { requests: [request({})] });
      await person.press('请人帮忙');
      await person.reads('已经交上去了');
      expect(functions.inputsOf('askForHelp')).toEqual([
        { whom: { contactId: father.id }, reason: 'deaf', phone: '13900000002' },
      ]);
    });

    test('help while signed out says what can be done', async () => {
      functions.says('me', { signedIn: false });
      await enters('family/ask-for-help/index?reason=other');
      await person.reads(/让家里人去一趟/);
      await shows('ask-for-help-signed-out');
    });

    test('where the requests stand, and one withdrawn (rule F2)', async () => {
      functions.says('me', verified);
      functions.says('listHelp', {
        requests: [
          request({ id: 'r-4', state: 'scheduled', visit: { day: '2026-08-05', visitor: '张敏' } }),
          request({ id: 'r-3', state: 'accepted', name: '王*英' }),
          request({ id: 'r-2', state: 'done', name: '王*英', reason: 'old-or-ill' }),
          request({
            id: 'r-1',
            state: 'not-possible',
            name: '王*英',
            reason: 'abroad',
            office: { name: '养老经办中心' },
          }),
        ],
      });
      await enters('family/help-requests/index');
      await person.reads(/2026年8月5日，张敏上门/);
      await shows('help-requests');
      await person.press('撤回给李*福的请求');
      await person.reads('真的不用来了吗？');
      await shows('help-requests-withdraw');
      functions.refuses('withdrawHelp', refuse('HELP_NOT_FOUND'));
      await person.press('撤回');
      await person.reads('没有这个请求');
      await shows('help-requests-refused');
      functions.says('withdrawHelp', { request: request({ state: 'withdrawn' }) });
      functions.says('listHelp', { requests: [request({ state: 'withdrawn' })] });
      await person.press('撤回');
      await person.reads('您撤回了');
      await shows('help-requests-withdrawn');
    });

    test('no request yet', async () => {
      functions.says('me', verified);
      functions.says('listHelp', { requests: [] });
      await enters('family/help-requests/index');
      await person.reads('您没有请过人帮忙');
      await shows('help-requests-empty');
    });
  });
});
