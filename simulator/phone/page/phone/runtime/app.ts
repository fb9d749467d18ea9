import { appHidden, appShown } from '../api/system';
import { guarded, onFault } from '../../between/faults';
import type { LaunchOptions } from './manifest';

interface AppDefinition {
  globalData?: unknown;
  onLaunch?: (options: LaunchOptions) => unknown;
  onShow?: (options: LaunchOptions) => unknown;
  onHide?: () => unknown;
  onError?: (message: string) => unknown;
  onUnhandledRejection?: (rejection: { reason: unknown }) => unknown;
}

/** The one `App({…})` of a mini-program, and its lifecycle. */
export class App {
  private definition: AppDefinition = {};

  readonly register = (definition: AppDefinition): void => {
    this.definition = definition;
    onFault(({ kind, message, cause }) => {
      if (kind === 'error') definition.onError?.(message);
      else definition.onUnhandledRejection?.({ reason: cause });
    });
  };

  readonly get = (): AppDefinition => this.definition;

  launch(options: LaunchOptions): void {
    guarded(() => this.definition.onLaunch?.(options));
    this.show(options);
  }

  show(options: LaunchOptions): void {
    guarded(() => this.definition.onShow?.(options));
    appShown.emit(options);
  }

  hide(): void {
    guarded(() => this.definition.onHide?.());
    appHidden.emit();
  }
}
