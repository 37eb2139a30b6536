export * from './candidates';
export * from './collections';
export * from './history';
export * from './imports';
export * from './reparse';
export * from './search';
export * from './searches';
export * from './workspace';
