export * from './changes.server';
export * from './people.server';
export * from './register.server';
