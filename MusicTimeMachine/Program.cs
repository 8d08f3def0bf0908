using MusicTimeMachine.Hosting;

// Without a verb the application serves; see CommandLine for the verbs.
return await CommandLine.InvokeAsync(args);
