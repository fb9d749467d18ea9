/** The simulator's actor works with the same pictures. */
export * from './jpeg';
export * from '../../../simulator/actor/picture';
