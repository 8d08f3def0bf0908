Console.WriteLine("Usage: import | home");
