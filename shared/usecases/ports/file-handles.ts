/** What a person pointed at in a dialog or dropped: the window holds the handle, the core knows the paths. */
export interface FileHandles {
  /** Spends the handle. Errors (AppError): HANDLE_EXPIRED for one that is unknown, used or older than ten minutes. */
  readonly take: (handle: string) => readonly string[];
}
