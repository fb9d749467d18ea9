/** Who hears of it when the mini-program goes to the background and comes back. */
export interface Background {
  leave: () => void;
  comeBack: () => void;
}

let background: Background = { leave: () => undefined, comeBack: () => undefined };

export const connectBackground = (connected: Background): void => {
  background = connected;
};

/** Leaving a mini-program keeps it alive in the background until it is entered again. */
export const whileAway = async <T>(elsewhere: () => Promise<T>): Promise<T> => {
  background.leave();
  try {
    return await elsewhere();
  } finally {
    background.comeBack();
  }
};
