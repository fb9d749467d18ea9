/** Unpredictable values from a cryptographic source. */
export interface Random {
  /** 32 hexadecimal characters. */
  id(): string;
  /** `length` decimal digits. */
  digits(length: number): string;
  /** An integer from 0 up to, not including, `below`. */
  integer(below: number): number;
}
