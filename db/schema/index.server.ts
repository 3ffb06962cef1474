export * from './changes.server';
export * from './letters.server';
export * from './library.server';
export * from './options.server';
export * from './people.server';
export * from './register.server';
export * from './replies.server';
