/** The desk: a phone in a frame, and beside it who holds it, what was sent, the clock and the phone's settings. */
import { listenToPhone, type DeskMessage } from '../between/desk-channel';
import { cameraSection } from './camera';
import { clockSection } from './clock';
import { consentSection } from './consent';
import { deviceEventsSection } from './device-events';
import { make } from './dom';
import { faultStrip } from './faults';
import { holderSection } from './holder';
import { outboxSection } from './outbox';
import { PhoneFrame } from './phone-frame';
import { deviceSection, networkSection, scanSections, textSizeSection, wechatSection } from './phone-settings';
import { sampleCardSection } from './sample-card';
import { sharedCardsSection } from './shared-cards';
import { fetchPeople, settleIdentity } from '../between/settings';

/** What the address of the desk hands on to the phone. */
const handedOn = (params: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    ['page', 'scene', 'q'].flatMap((name) => (params.has(name) ? [[name, params.get(name) ?? '']] : [])),
  );

const start = async (place: HTMLElement, panel: HTMLElement, onFault: (cause: unknown) => void): Promise<void> => {
  const params = new URLSearchParams(window.location.search);
  await settleIdentity(params);
  // Without this a reload of the tab would hand the phone to somebody new again.
  window.history.replaceState(null, '', window.location.pathname);
  const people = await fetchPeople();
  const frame = new PhoneFrame();
  const outbox = outboxSection(onFault);
  const cards = sharedCardsSection(people);
  const deviceEvents = deviceEventsSection();
  const consent = consentSection();
  listenToPhone((message: DeskMessage) => {
    if (message.kind === 'shown') frame.shown(message.path);
    if (message.kind === 'device-event') deviceEvents.add(message.what);
    if (message.kind === 'shared') cards.add(message.card);
    if (message.kind === 'fault') onFault(message.message);
    if (message.kind === 'called') outbox.refresh();
    if (message.kind === 'settings-changed') consent.refresh();
  });
  place.append(frame.element);
  panel.append(
    holderSection(people, frame),
    outbox.element,
    cards.element,
    deviceEvents.element,
    cameraSection(frame),
    sampleCardSection(people, onFault),
    clockSection(onFault),
    textSizeSection(frame),
    ...scanSections(frame),
    networkSection(frame),
    consent.element,
    deviceSection(),
    wechatSection(frame),
  );
  frame.restart(handedOn(params));
};

const faults = faultStrip();
const onFault = (cause: unknown): void => {
  console.error(cause);
  faults.add(cause instanceof Error ? cause.message : String(cause));
};
const place = make('main', { class: 'phone-place' });
const panel = make('div', { class: 'panel' }, faults.element);
document.body.append(place, panel);
window.addEventListener('unhandledrejection', ({ reason }) => onFault(reason));
start(place, panel, onFault).catch(onFault);
