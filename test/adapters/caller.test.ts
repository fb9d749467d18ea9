import { caller } from '../../cloudfunctions/adapters/cloud-database/caller';

/** What the platform sets for each call. */
function calledBy(variables: Record<string, string>): string | undefined {
  delete process.env['WX_OPENID'];
  Object.assign(process.env, { WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID', TCB_ENV: 'test', ...variables });
  return caller();
}

describe('the caller', () => {
  it('is the openid that the platform vouches for, of this call and no other', () => {
    expect(calledBy({ WX_OPENID: 'o-wang' })).toBe('o-wang');
    expect(calledBy({ WX_OPENID: 'o-li' })).toBe('o-li');
  });

  it('is nobody in a timer, and where the platform says nothing', () => {
    expect(calledBy({})).toBeUndefined();
    expect(calledBy({ WX_OPENID: '' })).toBeUndefined();
    expect(calledBy({ WX_OPENID: 'o-wang', WX_CONTEXT_KEYS: '' })).toBeUndefined();
  });

  it('is nobody where the SDK made a number of the openid, and two would be one', () => {
    expect(calledBy({ WX_OPENID: '12345678901234567890' })).toBeUndefined();
  });
});
