"""thidua: emulation campaigns (phong trào thi đua) from plain files to official papers."""
