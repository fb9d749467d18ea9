/** The simulator's actor works with the same pictures. */
export * from '../../../simulator/actor/jpeg';
export * from '../../../simulator/actor/picture';
