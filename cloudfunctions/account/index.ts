import { createCaptchaPainter } from '../adapters/captcha-image/captcha-image';
import { phoneButton } from '../adapters/cloud-database/phone-button';
import { writeLog } from '../adapters/log/log';
import { createPasswords } from '../adapters/passwords/passwords';
import { pause } from '../adapters/pause/pause';
import { createSms, SMS_TIMEOUT } from '../adapters/sms/gateway';
import { createStoredCards } from '../adapters/social-security-cards/stored-cards';
import { accountActions } from '../core/functions/account/actions';
import { createFunction } from '../core/functions/wire/create-function';
import { cloud, configuration, ports, surroundings } from '../outside';

const passwords = createPasswords();
const painter = createCaptchaPainter(ports.random);
const sms = createSms({ ...configuration.smsGateway, timeout: SMS_TIMEOUT }, writeLog);
const socialSecurityCards = createStoredCards({ ...ports, cards: cloud.collection('socialSecurityCards'), passwords });

const deps = { ...ports, painter, passwords, pause, phoneButton, sms, socialSecurityCards };
export const main = createFunction(accountActions, deps, surroundings);
