import fs from 'node:fs';
import path from 'node:path';
import { privacy } from '../../miniprogram/copy/privacy';
import { FEWEST_STILLS, MOST_STILLS } from '../../miniprogram/shared/contract/identity';

const root = path.resolve(__dirname, '../..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const documents = ['README.md', ...fs.readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`)].filter(
  (file) => file.endsWith('.md'),
);

test('how many stills a try has is one number in every document', () => {
  const said = documents.flatMap((file) =>
    [...read(file).matchAll(/(\d+) to (\d+) (?:stills|frames)/g)].map(([words]) => `${file}: ${words}`),
  );
  const right = `${FEWEST_STILLS} to ${MOST_STILLS} stills`;
  expect(said.sort()).toEqual([`docs/architecture.md: ${right}`, `docs/face.md: ${right}`]);
});

test('how few are refused: at rest before, between and after two actions is five, and the fewest in the gentle way', () => {
  expect(read('docs/face.md')).toContain(`fewer than 5 for two actions, fewer than ${FEWEST_STILLS} in the gentle way`);
});

describe('README.zh-CN.md tells an operator', () => {
  const guide = read('README.zh-CN.md');

  test('the rule of storage as it must be typed: nobody reads, a phone writes what is its own', () => {
    expect(guide).toContain('{"read": false, "write": "resource.openid == auth.openid"}');
    expect(guide).not.toContain('仅创建者可写，所有人不可读');
  });

  test.each([
    ['account', 'Nodejs20.19', '256 MB', '10 秒'],
    ['certification', 'Nodejs20.19', '512 MB', '20 秒'],
  ])('runtime, memory and time-out of %s, which no upload sets', (...row) => {
    const line = guide.split('\n').find((text) => text.trim().startsWith(`| \`${row[0]}\``));
    expect(line?.split('|').map((cell) => cell.replaceAll('`', '').trim())).toEqual(['', ...row, '']);
  });

  test.each([['摄像头'], ['选中的照片或视频'], ['相册（仅写入）'], ['手机号'], ['身份证号'], ['人脸信息']])(
    'that the privacy guide names %s',
    (kind) => expect(guide.split('《用户隐私保护指引》')[1]?.split('\n\n')[0]).toContain(kind),
  );
});

test('the privacy page says that pictures on the phone may stay until WeChat clears them', () => {
  const kept = privacy.sections.find(({ id }) => id === 'long')?.text.join('') ?? '';
  expect(kept).toContain('手机上临时存的照片，用完就删');
  expect(kept).toContain('留到微信自己清理');
});
