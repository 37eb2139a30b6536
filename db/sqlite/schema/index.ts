export * from './candidates';
export * from './history';
export * from './imports';
export * from './search';
export * from './workspace';
