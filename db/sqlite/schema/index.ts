export * from './candidates';
export * from './history';
export * from './imports';
export * from './reparse';
export * from './search';
export * from './workspace';
