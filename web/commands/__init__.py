"""The commands of `depeche`, one a module: each module's `command` takes options and prints."""
