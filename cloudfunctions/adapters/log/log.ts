/** One line of the log: names of code, codes and numbers. Nothing a person typed belongs here (rule H2). */
export type LogEntry = Readonly<Record<string, unknown>>;

/** To the function's log, which the platform keeps, as one line of JSON. */
export const writeLog = (entry: LogEntry): void => console.error(JSON.stringify(entry));
