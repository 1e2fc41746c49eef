"""What the program writes into plans/ for officers: new documents."""
