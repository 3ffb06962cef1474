/** Structured logs (JSON, one line an event). Secrets never enter: passwords, cookies and tokens are redacted by path. */
import pino from 'pino';

export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: undefined,
  redact: { paths: ['password', '*.password', 'req.headers.cookie', 'req.headers.authorization', '*.token'] },
});
